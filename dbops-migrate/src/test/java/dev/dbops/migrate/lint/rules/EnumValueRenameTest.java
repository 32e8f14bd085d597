package dev.dbops.migrate.lint.rules;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dbops.migrate.lint.ExampleLint;
import dev.dbops.migrate.lint.Finding;
import dev.dbops.migrate.lint.Rule;
import java.util.List;
import org.junit.jupiter.api.Test;

class EnumValueRenameTest {
  private final Rule rule = new EnumValueRename();

  @Test
  void names_value_and_type() {
    assertThat(messages("-- when\nALTER TYPE shop.\"Zustand\" RENAME VALUE 'gut' TO 'Gut';\n"))
        .containsExactly(
            "Renaming 'gut' of shop.\"Zustand\" breaks running versions of the application that"
                + " read or write it");
  }

  @Test
  void finds_it_inside_do() {
    assertThat(messages("-- when\nDO $$ BEGIN ALTER TYPE t RENAME VALUE 'a' TO 'b'; END $$;\n"))
        .hasSize(1);
  }

  @Test
  void keeps_silent_about_a_new_type_and_about_other_changes() {
    assertThat(
            messages(
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

  private List<String> messages(String migration) {
    return ExampleLint.findings(rule, migration).stream().map(Finding::message).toList();
  }
}
