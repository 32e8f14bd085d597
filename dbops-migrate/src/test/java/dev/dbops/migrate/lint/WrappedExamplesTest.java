package dev.dbops.migrate.lint;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dbops.migrate.changelog.Changelog;
import dev.dbops.migrate.changelog.ChangelogOptions;
import dev.dbops.migrate.changelog.TransactionMode;
import dev.dbops.migrate.lint.rules.BuiltInRules;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The examples of all rules, in every kind of changelog that SQL can stand in. */
class WrappedExamplesTest {
  private static final String WHEN = "-- when";

  /** An example in a changelog of Liquibase; its lines stay lines. */
  enum Wrapping {
    XML("changelog.xml") {
      @Override
      String changelog(Wrapped given, Wrapped when) {
        return """
        <databaseChangeLog xmlns="http://www.liquibase.org/xml/ns/dbchangelog">
        %s%s</databaseChangeLog>
        """
            .formatted(changeSetOrNothing(given), changeSet(when));
      }

      @Override
      String changeSet(Wrapped sql) {
        return """
        <changeSet id="%s" author="ann" runInTransaction="%s">
        <sql splitStatements="%s"><![CDATA[
        %s]]></sql>
        </changeSet>
        """
            .formatted(sql.id, sql.inTransaction, sql.split(), sql.text);
      }
    },

    YAML("changelog.yaml") {
      @Override
      String changelog(Wrapped given, Wrapped when) {
        return "databaseChangeLog:\n" + changeSetOrNothing(given) + changeSet(when);
      }

      @Override
      String changeSet(Wrapped sql) {
        return """
        - changeSet:
            id: %s
            author: ann
            runInTransaction: %s
            changes:
            - sql:
                splitStatements: %s
                sql: |
        %s"""
            .formatted(sql.id, sql.inTransaction, sql.split(), sql.text.indent(10));
      }
    },

    FORMATTED_SQL("changelog.sql") {
      @Override
      String changelog(Wrapped given, Wrapped when) {
        return "--liquibase formatted sql\n" + changeSetOrNothing(given) + changeSet(when);
      }

      @Override
      String changeSet(Wrapped sql) {
        return """
        --changeset ann:%s runInTransaction:%s splitStatements:%s
        %s"""
            .formatted(sql.id, sql.inTransaction, sql.split(), sql.text);
      }
    };

    private final String file;

    Wrapping(String file) {
      this.file = file;
    }

    abstract String changelog(Wrapped given, Wrapped when);

    abstract String changeSet(Wrapped sql);

    /** Liquibase refuses a changeset without SQL. */
    String changeSetOrNothing(Wrapped sql) {
      return sql.text.contains(";") ? changeSet(sql) : "";
    }
  }

  /** A part of an example. */
  record Wrapped(String id, String text, boolean inTransaction) {
    Wrapped {
      text = text.endsWith("\n") ? text : text + "\n";
    }

    /** Liquibase would cut the body of a function at its semicolons. */
    boolean split() {
      return !text.contains("$$");
    }
  }

  /** A finding without the file that it is in. */
  record Told(String rule, Severity severity, String message, int line) {
    static List<Told> of(LintReport report, int linesBefore) {
      return Stream.concat(
              report.findings().stream(),
              report.suppressed().stream().map(LintReport.Suppressed::finding))
          .map(
              finding ->
                  new Told(
                      finding.rule().id(),
                      finding.severity(),
                      finding.message(),
                      finding.span().from().line() - linesBefore))
          .toList();
    }
  }

  /** What is about Flyway alone has no like in a changelog of Liquibase. */
  private static final Set<TransactionMode> OF_OTHER_RUNNERS =
      Set.of(TransactionMode.FLYWAY_DETECTED, TransactionMode.FLYWAY_MIXED);

  private static final Set<String> RULES_OF_OTHER_RUNNERS =
      Set.of("concurrently-waits-for-flyway-lock");

  @TempDir Path folder;

  @ParameterizedTest
  @EnumSource
  void finds_the_same_wherever_the_sql_stands(Wrapping wrapping) throws IOException {
    List<String> differences = new ArrayList<>();
    Set<String> covered = new TreeSet<>();

    for (Rule rule : BuiltInRules.all()) {
      for (String name : Example.names(rule.info())) {
        Example example = Example.of(rule.info(), name);
        if (!OF_OTHER_RUNNERS.contains(example.transaction())) {
          covered.add(rule.info().id());
          difference(rule, example, wrapping)
              .ifPresent(told -> differences.add(rule.info().id() + "/" + name + told));
        }
      }
    }

    assertThat(differences).isEmpty();
    assertThat(covered)
        .containsExactlyInAnyOrderElementsOf(
            BuiltInRules.all().stream()
                .map(rule -> rule.info().id())
                .filter(id -> !RULES_OF_OTHER_RUNNERS.contains(id))
                .toList());
  }

  private Optional<String> difference(Rule rule, Example example, Wrapping wrapping)
      throws IOException {
    boolean inTransaction = example.transaction() == TransactionMode.ONE;
    String text =
        wrapping.changelog(
            new Wrapped("given", example.given().text(), false),
            new Wrapped("when", example.when().text(), inTransaction));
    Files.writeString(folder.resolve(wrapping.file), text);
    Changelog changelog =
        Changelog.liquibase(wrapping.file, ChangelogOptions.builder().searchPath(folder).build());

    LintReport wrapped =
        ExampleLint.report(rule, changelog, Example.onlyWhen(), example.newestVersion());
    List<Told> told = Told.of(wrapped, linesBefore(text.indexOf(WHEN), text));
    LintReport plain =
        ExampleLint.report(rule, plain(example), Example.onlyWhen(), example.newestVersion());
    List<Told> expected =
        Told.of(plain, linesBefore(example.when().start(), example.file().text()));

    return told.equals(expected) && wrapped.problems().isEmpty()
        ? Optional.empty()
        : Optional.of(
            "\n  plain:   %s\n  wrapped: %s %s".formatted(expected, told, wrapped.problems()));
  }

  /** The SQL as it is, run by Liquibase where that is told in findings: in a transaction. */
  private static Changelog plain(Example example) {
    Changelog plain = example.changelog();
    return example.transaction() == TransactionMode.ONE
        ? new Changelog(Changelog.Runner.LIQUIBASE, false, plain.changeSets(), List.of(), List.of())
        : plain;
  }

  private static int linesBefore(int offset, String text) {
    return (int) text.substring(0, offset).chars().filter(character -> character == '\n').count();
  }
}
