package dev.dbops.migrate.lint.rules;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dbops.migrate.lint.ExampleLint;
import dev.dbops.migrate.lint.Rule;
import org.junit.jupiter.api.Test;

class AddColumnSerialRewritesTest {
  private final Rule rule = new AddColumnSerialRewrites();

  @Test
  void makes_what_serial_stands_for_in_steps() {
    String migration =
        """
        -- versions: 10-17
        -- given
        CREATE TABLE shop."Bestellung" ("Nr" integer, kind text, PRIMARY KEY (kind, "Nr"));
        -- when
        ALTER TABLE shop."Bestellung" ADD COLUMN nummer SERIAL;
        """;

    assertThat(ExampleLint.messages(rule, migration))
        .containsExactly(
            "The new SERIAL column nummer rewrites shop.\"Bestellung\" and blocks reads and writes"
                + " until it is done");
    assertThat(ExampleLint.fix(rule, migration))
        .containsExactly(
            "CREATE SEQUENCE shop.\"Bestellung_nummer_seq\" AS integer",
            "ALTER TABLE shop.\"Bestellung\" ADD COLUMN nummer integer,"
                + " ALTER COLUMN nummer SET DEFAULT nextval('shop.\"Bestellung_nummer_seq\"')",
            "ALTER SEQUENCE shop.\"Bestellung_nummer_seq\" OWNED BY shop.\"Bestellung\".nummer",
            """
            WITH batch AS (
                SELECT kind, "Nr" FROM shop."Bestellung"
                WHERE (kind, "Nr") > (:last_1, :last_2) ORDER BY kind, "Nr" LIMIT 1000
            ), changed AS (
                UPDATE shop."Bestellung" SET nummer = DEFAULT
                WHERE (kind, "Nr") IN (SELECT kind, "Nr" FROM batch) AND nummer IS NULL
            )
            SELECT kind, "Nr" FROM batch ORDER BY kind DESC, "Nr" DESC LIMIT 1\
            """,
            "ALTER TABLE shop.\"Bestellung\" ADD CONSTRAINT \"Bestellung_nummer_not_null\" CHECK"
                + " (nummer IS NOT NULL) NOT VALID",
            "ALTER TABLE shop.\"Bestellung\" VALIDATE CONSTRAINT \"Bestellung_nummer_not_null\"",
            "ALTER TABLE shop.\"Bestellung\" ALTER COLUMN nummer SET NOT NULL",
            "ALTER TABLE shop.\"Bestellung\" DROP CONSTRAINT \"Bestellung_nummer_not_null\"");
  }

  @Test
  void finds_all_sizes_and_points_to_the_sub_command() {
    String migration =
        """
        -- when
        ALTER TABLE orders
          ADD a text,
          ADD b serial8,
          ADD c smallserial,
          ADD d bigint,
          ADD e text;
        """;

    assertThat(ExampleLint.findings(rule, migration))
        .extracting(each -> each.span().from().line())
        .containsExactly(4, 5);
  }

  @Test
  void finds_it_inside_do_and_keeps_silent_about_new_tables() {
    assertThat(
            ExampleLint.messages(
                rule, "-- when\nDO $$ BEGIN ALTER TABLE t ADD a serial; END $$;\n"))
        .hasSize(1);
    assertThat(
            ExampleLint.messages(
                rule, "-- when\nCREATE TEMP TABLE t (a int);\nALTER TABLE t ADD b serial;\n"))
        .isEmpty();
  }
}
