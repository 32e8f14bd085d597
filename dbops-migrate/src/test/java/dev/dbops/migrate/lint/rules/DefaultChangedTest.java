package dev.dbops.migrate.lint.rules;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dbops.migrate.lint.ExampleLint;
import dev.dbops.migrate.lint.Rule;
import org.junit.jupiter.api.Test;

class DefaultChangedTest {
  private final Rule rule = new DefaultChanged();

  @Test
  void names_default_and_column() {
    assertThat(
            ExampleLint.messages(
                rule,
                "-- when\n"
                    + "ALTER TABLE shop.orders ALTER \"Zustand\" SET DEFAULT 'neu', ALTER b DROP"
                    + " DEFAULT;\n"))
        .containsExactly(
            "The default 'neu' of shop.orders.\"Zustand\" is new to running versions of the"
                + " application",
            "Running versions of the application may rely on the default of shop.orders.b");
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
                ALTER TABLE orders ADD note text, ALTER note SET DEFAULT '';
                ALTER TABLE unknown ADD note text, ALTER note SET DEFAULT '';
                ALTER TABLE orders ALTER note DROP DEFAULT;
                CREATE TEMPORARY TABLE scratch (a int);
                ALTER TABLE scratch ALTER a SET DEFAULT 1;
                """))
        .isEmpty();
  }

  @Test
  void finds_it_inside_do() {
    assertThat(
            ExampleLint.messages(
                rule, "-- when\nDO $$ BEGIN ALTER TABLE t ALTER a SET DEFAULT 1; END $$;\n"))
        .hasSize(1);
  }
}
