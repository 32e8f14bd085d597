package dev.dbops.maven;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dbops.migrate.Goal;
import dev.dbops.migrate.JobParameter;
import java.io.File;
import java.lang.reflect.Field;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/** Maven needs a field with a comment for each parameter; nothing else keeps them complete. */
class GoalParametersTest {
  private static final Map<String, Goal> GOALS =
      Map.of(
          "lint", Goal.LINT,
          "lint-modules", Goal.LINT,
          "drift", Goal.DRIFT,
          "snapshot", Goal.SNAPSHOT);

  private static Document descriptor;

  @BeforeAll
  static void read_what_the_plugin_tells_maven() throws Exception {
    descriptor =
        DocumentBuilderFactory.newInstance()
            .newDocumentBuilder()
            .parse(new File("target/classes/META-INF/maven/plugin.xml"));
  }

  @Test
  void each_goal_has_its_parameters_by_name_and_description_and_no_others() {
    GOALS.forEach(
        (name, goal) -> {
          for (JobParameter parameter : goal.parameters()) {
            Element described = described(name, parameter);
            assertThat(text(described, "description").replaceAll("\\s+", " "))
                .startsWith(isMap(described) ? beforeColon(parameter) : parameter.description());
          }
          assertThat(parametersOf(name))
              .containsExactlyInAnyOrderElementsOf(
                  goal.parameters().stream().map(JobParameter::key).toList());
        });
  }

  @Test
  void takes_each_parameter_that_is_one_text_as_a_property() {
    GOALS.forEach(
        (name, goal) -> {
          Element properties = (Element) goal(name).getElementsByTagName("configuration").item(0);
          for (JobParameter parameter : goal.parameters()) {
            if (!isMap(described(name, parameter))) {
              assertThat(text(properties, parameter.key()))
                  .isEqualTo("${dbops." + parameter.key() + "}");
            }
          }
        });
  }

  @Test
  void hands_each_parameter_on() throws ReflectiveOperationException {
    for (Goal each : Goal.values()) {
      handsOn(each);
    }
  }

  private static void handsOn(Goal called) throws ReflectiveOperationException {
    for (JobParameter parameter : called.parameters()) {
      ConfiguredMojo goal =
          switch (called) {
            case LINT -> new LintMojo();
            case DRIFT -> new DriftMojo();
            case SNAPSHOT -> new SnapshotMojo();
          };
      Field field = field(goal.getClass(), parameter.key());
      field.setAccessible(true);
      boolean map = field.getType() == Map.class;

      field.set(goal, map ? Map.of("name", "value") : "value");

      assertThat(goal.given()).isEqualTo(Map.of(parameter, map ? "name=value" : "value"));
    }
  }

  private static Field field(Class<?> type, String name) throws NoSuchFieldException {
    for (Class<?> each = type; each != null; each = each.getSuperclass()) {
      for (Field field : each.getDeclaredFields()) {
        if (field.getName().equals(name)) {
          return field;
        }
      }
    }
    throw new NoSuchFieldException(name);
  }

  @Test
  void a_snapshot_is_written_before_tests_run_and_the_jar_is_packed() {
    assertThat(text(goal("snapshot"), "phase")).isEqualTo("process-classes");
  }

  @Test
  void only_the_goal_for_a_single_project_does_without_one() {
    assertThat(text(goal("lint"), "requiresProject")).isEqualTo("false");
    assertThat(text(goal("lint-modules"), "requiresProject")).isEqualTo("true");
  }

  /** Without those that are no matter of dbops. */
  private static List<String> parametersOf(String goal) {
    NodeList parameters = goal(goal).getElementsByTagName("parameter");
    List<String> names = new ArrayList<>();
    for (int i = 0; i < parameters.getLength(); i++) {
      Element parameter = (Element) parameters.item(i);
      String name = text(parameter, "name");
      if (text(parameter, "editable").equals("true") && !List.of("skip", "config").contains(name)) {
        names.add(name);
      }
    }
    return names;
  }

  private static boolean isMap(Element parameter) {
    return text(parameter, "type").equals("java.util.Map");
  }

  private static String beforeColon(JobParameter parameter) {
    return parameter.description().substring(0, parameter.description().indexOf(':'));
  }

  private static Element goal(String name) {
    return named(descriptor.getElementsByTagName("mojo"), "goal", name);
  }

  private static Element described(String goal, JobParameter parameter) {
    return named(goal(goal).getElementsByTagName("parameter"), "name", parameter.key());
  }

  private static Element named(NodeList elements, String tag, String name) {
    for (int i = 0; i < elements.getLength(); i++) {
      Element element = (Element) elements.item(i);
      if (text(element, tag).equals(name)) {
        return element;
      }
    }
    throw new AssertionError("the descriptor has no " + name);
  }

  private static String text(Element element, String child) {
    return element.getElementsByTagName(child).item(0).getTextContent().strip();
  }
}
