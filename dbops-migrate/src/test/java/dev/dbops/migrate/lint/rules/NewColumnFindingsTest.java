package dev.dbops.migrate.lint.rules;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dbops.migrate.lint.Example;
import dev.dbops.migrate.lint.ExampleLint;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A new column with several hazards has one finding, whose fix takes care of all. */
class NewColumnFindingsTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          id bigserial PRIMARY KEY                          | add-column-serial-rewrites
          id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY| add-column-identity-rewrites
          id uuid DEFAULT gen_random_uuid() PRIMARY KEY     | add-column-volatile-default-rewrites
          a float DEFAULT random() NOT NULL CHECK (a > 0)   | add-column-volatile-default-rewrites
          a serial UNIQUE CHECK (a > 0)                     | add-column-serial-rewrites
          a text NOT NULL UNIQUE                            | add-column-not-null-without-default
          a bigint NOT NULL REFERENCES customers            | add-column-not-null-without-default
          a bigint DEFAULT nextval('s') REFERENCES customers| add-column-volatile-default-rewrites
          id bigint PRIMARY KEY                             | add-column-not-null-without-default
          a email NOT NULL                                  | add-column-constrained-domain-rewrites
          a email UNIQUE                                    | add-column-constrained-domain-rewrites
          a text DEFAULT '' CHECK (a <> 'x')                | add-column-check-blocks-reads-and-writes
          """)
  void one_column_has_one_finding(String column, String rule) {
    String migration =
        """
        -- given
        CREATE DOMAIN email AS text CHECK (VALUE <> '');
        CREATE TABLE customers (id bigint PRIMARY KEY);
        CREATE TABLE orders (number text);
        -- when
        ALTER TABLE orders ADD COLUMN %s;
        """
            .formatted(column);

    assertThat(rulesFor(migration)).containsExactly(rule);
  }

  @Test
  void columns_of_one_statement_have_a_finding_each() {
    String migration =
        """
        -- when
        ALTER TABLE orders ADD a serial, ADD b text NOT NULL, ADD c float DEFAULT random();
        """;

    assertThat(rulesFor(migration))
        .containsExactly(
            "add-column-serial-rewrites",
            "add-column-not-null-without-default",
            "add-column-volatile-default-rewrites");
  }

  private static List<String> rulesFor(String migration) {
    Example example = Example.of("migration.sql", migration);
    return ExampleLint.report(new AddColumnSerialRewrites(), example).findings().stream()
        .map(finding -> finding.rule().id())
        .filter(id -> !id.equals("foreign-key-without-index"))
        .toList();
  }
}
