package dev.dbops.migrate.lint.rules;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dbops.migrate.lint.ExampleLint;
import dev.dbops.migrate.lint.Rule;
import java.util.List;
import org.junit.jupiter.api.Test;

class GeneratedColumnPreventsTypeChangeTest {
  private static final String ORDERS =
      """
      -- given
      CREATE TABLE shop."Bestellung" (
        id bigint,
        "Größe" integer,
        "Größe mal 2" integer GENERATED ALWAYS AS ("Größe" * 2) STORED,
        other integer GENERATED ALWAYS AS ("Größe" + id) VIRTUAL
      );
      -- when
      """;

  @Test
  void names_the_generated_columns_whatever_their_names_and_wherever_the_change_stands() {
    assertThat(
            messages(
                ORDERS
                    + "ALTER TABLE shop.\"Bestellung\" ADD a int, ADD b int,"
                    + " ALTER \"Größe\" TYPE bigint, ADD c int;"))
        .containsExactly(
            "Changing \"Größe\" to bigint fails: the generated columns \"Größe mal 2\" and other"
                + " are computed from it");
  }

  @Test
  void looks_into_do_blocks() {
    assertThat(
            messages(
                ORDERS
                    + "DO $$ BEGIN ALTER TABLE shop.\"Bestellung\" ALTER id TYPE numeric; END $$;"))
        .containsExactly(
            "Changing id to numeric fails: the generated column other is computed from it");
  }

  @Test
  void no_other_rule_speaks_of_a_change_that_fails() {
    assertThat(
            ExampleLint.messages(
                new ColumnTypeChangeRewrites(),
                ORDERS + "ALTER TABLE shop.\"Bestellung\" ALTER \"Größe\" TYPE bigint;"))
        .isEmpty();
  }

  @Test
  void lets_a_change_pass_that_drops_what_is_computed() {
    assertThat(
            messages(
                ORDERS
                    + "ALTER TABLE shop.\"Bestellung\" ALTER \"Größe\" TYPE bigint,"
                    + " DROP \"Größe mal 2\", DROP other;"))
        .isEmpty();
  }

  private static List<String> messages(String migration) {
    Rule rule = new GeneratedColumnPreventsTypeChange();
    return ExampleLint.messages(rule, migration);
  }
}
