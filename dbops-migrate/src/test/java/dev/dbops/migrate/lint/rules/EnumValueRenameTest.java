package dev.dbops.migrate.lint.rules;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dbops.migrate.lint.ExampleLint;
import dev.dbops.migrate.lint.Rule;
import org.junit.jupiter.api.Test;

class EnumValueRenameTest {
  private final Rule rule = new EnumValueRename();

  @Test
  void names_value_and_type() {
    assertThat(
            ExampleLint.messages(
                rule, "-- when\nALTER TYPE shop.\"Zustand\" RENAME VALUE 'gut' TO 'Gut';\n"))
        .containsExactly(
            "Renaming 'gut' of shop.\"Zustand\" breaks running versions of the application that"
                + " read or write it");
  }

  @Test
  void finds_it_inside_do() {
    assertThat(
            ExampleLint.messages(
                rule, "-- when\nDO $$ BEGIN ALTER TYPE t RENAME VALUE 'a' TO 'b'; END $$;\n"))
        .hasSize(1);
  }

  @Test
  void keeps_silent_about_a_new_type_and_about_other_changes() {
    assertThat(
            ExampleLint.messages(
                rule,
                """
                -- transaction: none
                -- when
                CREATE TYPE mood AS ENUM ('sad');
                ALTER TYPE mood RENAME VALUE 'sad' TO 'blue';
                ALTER TYPE mood ADD VALUE 'glad';
                ALTER TYPE mood RENAME TO feeling;
                """))
        .isEmpty();
  }
}
