package dev.dbops.maven;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dbops.migrate.LintParameter;
import java.io.File;
import java.lang.reflect.Field;
import java.util.List;
import java.util.Map;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/** Maven needs a field with a comment for each parameter; nothing else keeps them complete. */
class LintMojoTest {
  private static final List<String> GOALS = List.of("lint", "lint-modules");

  private static Document descriptor;

  @BeforeAll
  static void read_what_the_plugin_tells_maven() throws Exception {
    descriptor =
        DocumentBuilderFactory.newInstance()
            .newDocumentBuilder()
            .parse(new File("target/classes/META-INF/maven/plugin.xml"));
  }

  @Test
  void has_each_parameter_by_its_name_and_description() {
    for (String goal : GOALS) {
      for (LintParameter parameter : LintParameter.values()) {
        Element described = described(goal, parameter);
        assertThat(text(described, "description"))
            .startsWith(isMap(described) ? beforeColon(parameter) : parameter.description());
      }
    }
  }

  @Test
  void takes_each_parameter_that_is_one_text_as_a_property() {
    for (String goal : GOALS) {
      Element properties = (Element) goal(goal).getElementsByTagName("configuration").item(0);

      for (LintParameter parameter : LintParameter.values()) {
        if (!isMap(described(goal, parameter))) {
          assertThat(text(properties, parameter.key()))
              .isEqualTo("${dbops." + parameter.key() + "}");
        }
      }
    }
  }

  @Test
  void hands_each_parameter_on() throws ReflectiveOperationException {
    for (LintParameter parameter : LintParameter.values()) {
      LintMojo goal = new LintMojo();
      Field field = LintMojo.class.getDeclaredField(parameter.key());
      field.setAccessible(true);
      boolean map = field.getType() == Map.class;

      field.set(goal, map ? Map.of("name", "value") : "value");

      assertThat(goal.given()).isEqualTo(Map.of(parameter, map ? "name=value" : "value"));
    }
  }

  @Test
  void only_the_goal_for_a_single_project_does_without_one() {
    assertThat(text(goal("lint"), "requiresProject")).isEqualTo("false");
    assertThat(text(goal("lint-modules"), "requiresProject")).isEqualTo("true");
  }

  private static boolean isMap(Element parameter) {
    return text(parameter, "type").equals("java.util.Map");
  }

  private static String beforeColon(LintParameter parameter) {
    return parameter.description().substring(0, parameter.description().indexOf(':'));
  }

  private static Element goal(String name) {
    return named(descriptor.getElementsByTagName("mojo"), "goal", name);
  }

  private static Element described(String goal, LintParameter parameter) {
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
