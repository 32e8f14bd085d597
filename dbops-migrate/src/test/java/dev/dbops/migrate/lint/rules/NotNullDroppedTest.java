package dev.dbops.migrate.lint.rules;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dbops.migrate.lint.ExampleLint;
import dev.dbops.migrate.lint.Rule;
import org.junit.jupiter.api.Test;

class NotNullDroppedTest {
  private final Rule rule = new NotNullDropped();

  @Test
  void names_the_column() {
    assertThat(
            ExampleLint.messages(
                rule, "-- when\nALTER TABLE ONLY shop.orders ALTER \"Kunde\" DROP NOT NULL;\n"))
        .containsExactly(
            "Running versions of the application may not expect a NULL in \"Kunde\" of"
                + " shop.orders");
  }

  @Test
  void keeps_silent_about_new_columns_and_tables() {
    assertThat(
            ExampleLint.messages(
                rule,
                """
                -- given
                CREATE TABLE orders (id bigint);
                -- when
                ALTER TABLE orders ADD note text NOT NULL DEFAULT '';
                ALTER TABLE orders ALTER note DROP NOT NULL;
                CREATE TEMPORARY TABLE scratch (a int NOT NULL);
                ALTER TABLE scratch ALTER a DROP NOT NULL;
                """))
        .isEmpty();
  }

  @Test
  void points_to_the_sub_command() {
    String migration =
        """
        -- when
        ALTER TABLE orders
          ADD a text,
          ADD b text,
          ALTER c DROP NOT NULL,
          ADD d text,
          ADD e text;
        """;

    assertThat(ExampleLint.findings(rule, migration))
        .singleElement()
        .satisfies(each -> assertThat(each.span().from().line()).isEqualTo(5));
  }
}
