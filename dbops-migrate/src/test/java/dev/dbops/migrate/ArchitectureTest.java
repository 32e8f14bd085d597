package dev.dbops.migrate;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.domain.JavaPackage;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;

/** The rules of the house that bytecode can show. */
class ArchitectureTest {
  private static final String ROOT = "dev.dbops.migrate";

  /** Each package may use those before it. */
  private static final List<String> FLOW =
      List.of(
          "error",
          "changelog",
          "sql",
          "catalog",
          "lock",
          "online",
          "lint",
          "rewrite",
          "plan",
          "run",
          "drift",
          "report");

  /** Beside the flow: what they may use, and who may use them. */
  private static final List<String> BESIDE = List.of("scratch", "observe");

  private static final Set<String> USED_BESIDE = Set.of("error", "sql", "catalog", "lock");
  private static final Set<String> USERS_OF_BESIDE = Set.of("drift");

  private static final List<String> RELOCATED =
      List.of("org.antlr.", "org.pgcodekeeper.", "com.grack.nanojson.");

  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages(ROOT);

  @Test
  void packages_use_only_those_above_them_in_the_flow() {
    List<String> violations =
        dependencies()
            .filter(dependency -> !isAllowed(dependency))
            .map(Dependency::getDescription)
            .toList();

    assertThat(violations).isEmpty();
  }

  @Test
  void the_direction_of_flow_tells_right_from_wrong() {
    assertThat(isAllowed("sql", "changelog")).isTrue();
    assertThat(isAllowed("", "observe")).isTrue();
    assertThat(isAllowed("observe", "lock")).isTrue();
    assertThat(isAllowed("changelog", "sql")).isFalse();
    assertThat(isAllowed("lint", "")).isFalse();
    assertThat(isAllowed("lint", "observe")).isFalse();
    assertThat(isAllowed("observe", "lint")).isFalse();
    assertThat(isAllowed("elsewhere", "sql")).isFalse();
  }

  @Test
  void internal_packages_are_used_only_below_their_parent() {
    List<String> violations =
        dependencies()
            .filter(dependency -> isInternal(dependency.getTargetClass()))
            .filter(dependency -> !mayLookInside(dependency))
            .map(Dependency::getDescription)
            .toList();

    assertThat(violations).isEmpty();
  }

  @Test
  void packages_form_no_cycle() {
    slices().matching(ROOT + ".(*)..").should().beFreeOfCycles().check(CLASSES);
  }

  @Test
  void parsers_stay_behind_the_statement_model() {
    noClasses()
        .that()
        .resideOutsideOfPackage(ROOT + ".sql.internal..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("org.antlr..", "org.pgcodekeeper..")
        .check(CLASSES);
  }

  @Test
  void liquibase_stays_internal_since_users_of_plain_sql_do_not_have_it() {
    noClasses()
        .that()
        .resideOutsideOfPackage("..internal..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("liquibase..")
        .check(CLASSES);
  }

  @Test
  void no_type_of_a_relocated_library_is_part_of_the_api() {
    List<String> exposed =
        CLASSES.stream()
            .filter(type -> type.getModifiers().contains(JavaModifier.PUBLIC))
            .filter(type -> !isInternal(type))
            .flatMap(type -> type.getCodeUnits().stream())
            .filter(unit -> unit.getModifiers().contains(JavaModifier.PUBLIC))
            .filter(unit -> signature(unit).anyMatch(ArchitectureTest::isRelocated))
            .map(JavaCodeUnit::getFullName)
            .toList();

    assertThat(exposed).isEmpty();
  }

  @Test
  void nothing_depends_on_a_framework() {
    noClasses()
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("org.springframework..", "jakarta..", "javax.inject..", "com.google..")
        .check(CLASSES);
  }

  @Test
  void every_package_is_null_marked() {
    List<String> unmarked =
        CLASSES.stream()
            .map(JavaClass::getPackage)
            .distinct()
            .filter(aPackage -> !aPackage.isAnnotatedWith(NullMarked.class))
            .map(JavaPackage::getName)
            .toList();

    assertThat(unmarked).isEmpty();
  }

  @Test
  void names_are_terms_of_the_field() {
    classes()
        .should()
        .haveNameNotMatching(".*(Impl|Helpers?|Utils?|Manager)(\\$.*)?")
        .check(CLASSES);
  }

  @Test
  void static_state_is_final() {
    fields().that().areStatic().should().beFinal().check(CLASSES);
  }

  private static Stream<Dependency> dependencies() {
    return CLASSES.stream()
        .flatMap(type -> type.getDirectDependenciesFromSelf().stream())
        .filter(dependency -> dependency.getTargetClass().getPackageName().startsWith(ROOT));
  }

  private static boolean isAllowed(Dependency dependency) {
    return isAllowed(place(dependency.getOriginClass()), place(dependency.getTargetClass()));
  }

  private static boolean isAllowed(String from, String to) {
    if (from.equals(to) || from.isEmpty()) {
      return true;
    }
    if (BESIDE.contains(from)) {
      return USED_BESIDE.contains(to) || (BESIDE.contains(to) && from.equals("observe"));
    }
    if (BESIDE.contains(to)) {
      return USERS_OF_BESIDE.contains(from);
    }
    return FLOW.contains(to) && FLOW.indexOf(to) < FLOW.indexOf(from);
  }

  /**
   * The part of the flow that a class stands in: the package below the root; empty for the root.
   */
  private static String place(JavaClass type) {
    String below = type.getPackageName().substring(ROOT.length());
    return below.isEmpty() ? "" : below.substring(1).split("\\.", 2)[0];
  }

  private static boolean isInternal(JavaClass type) {
    return (type.getPackageName() + ".").contains(".internal.");
  }

  private static boolean mayLookInside(Dependency dependency) {
    String from = dependency.getOriginClass().getPackageName();
    String to = dependency.getTargetClass().getPackageName();
    String parent = to.substring(0, (to + ".").indexOf(".internal."));
    return from.equals(ROOT) || (from + ".").startsWith(parent + ".");
  }

  private static Stream<JavaClass> signature(JavaCodeUnit unit) {
    return Stream.concat(Stream.of(unit.getRawReturnType()), unit.getRawParameterTypes().stream());
  }

  private static boolean isRelocated(JavaClass type) {
    return RELOCATED.stream().anyMatch(type.getName()::startsWith);
  }
}
