package dev.dbops.migrate.lint.rules;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dbops.migrate.lint.Example;
import dev.dbops.migrate.lint.ExampleLint;
import dev.dbops.migrate.lint.Rule;
import org.junit.jupiter.api.Test;

class RenameBreaksApplicationTest {
  private final Rule rule = new RenameBreaksApplication();

  @Test
  void gives_a_table_a_view_of_its_old_name() {
    String migration =
        """
        -- given
        CREATE TABLE shop."Kunden" (id bigint);
        -- when
        ALTER TABLE shop."Kunden" RENAME TO "Kundschaft";
        """;

    assertThat(ExampleLint.messages(rule, migration))
        .containsExactly(
            "Renaming shop.\"Kunden\" to \"Kundschaft\" breaks running versions of the application"
                + " that use the old name");
    assertThat(ExampleLint.fix(rule, migration))
        .hasSize(2)
        .first()
        .asString()
        .startsWith(
            "ALTER TABLE shop.\"Kunden\" RENAME TO \"Kundschaft\";\n"
                + "CREATE VIEW shop.\"Kunden\" AS SELECT * FROM shop.\"Kundschaft\"");
    assertThat(ExampleLint.fix(rule, migration)).last().isEqualTo("DROP VIEW shop.\"Kunden\"");
  }

  @Test
  void keeps_silent_where_a_view_takes_the_old_name_in_the_same_transaction() {
    String migration =
        """
        -- transaction: %s
        -- given
        CREATE TABLE customers (id bigint);
        -- when
        ALTER TABLE customers RENAME TO clients;
        CREATE VIEW customers AS SELECT * FROM clients;
        """;

    assertThat(ExampleLint.messages(rule, migration.formatted("one"))).isEmpty();
    assertThat(ExampleLint.messages(rule, migration.formatted("none"))).hasSize(1);
    assertThat(
            ExampleLint.messages(
                rule, migration.formatted("one").replace("VIEW customers", "VIEW other")))
        .hasSize(1);
  }

  @Test
  void finds_nothing_in_the_example_with_a_view() {
    Example example = Example.of(rule.info(), "with-a-view-of-the-old-name");

    assertThat(ExampleLint.findings(rule, example)).isEmpty();
  }

  @Test
  void keeps_silent_where_tables_or_columns_change_places() {
    assertThat(
            ExampleLint.messages(
                rule,
                """
                -- given
                CREATE TABLE orders (id integer, id_new bigint);
                -- when
                ALTER TABLE orders RENAME COLUMN id TO id_old;
                ALTER TABLE orders RENAME COLUMN id_new TO id;
                CREATE TABLE orders_new (id bigint);
                ALTER TABLE orders RENAME TO orders_old;
                ALTER TABLE orders_new RENAME TO orders;
                """))
        .isEmpty();
  }

  @Test
  void knows_views_sequences_and_schemas() {
    assertThat(
            ExampleLint.messages(
                rule,
                """
                -- when
                ALTER VIEW v RENAME COLUMN a TO b;
                ALTER MATERIALIZED VIEW m SET SCHEMA other;
                ALTER SEQUENCE order_numbers RENAME TO numbers;
                ALTER SCHEMA shop RENAME TO store;
                """))
        .containsExactly(
            "Renaming a column of v breaks running versions of the application that use the old"
                + " name",
            "Moving m to other breaks running versions of the application that use the old name",
            "Renaming order_numbers to numbers breaks running versions of the application that use"
                + " the old name",
            "Renaming shop to store breaks running versions of the application that use the old"
                + " name");
  }

  @Test
  void keeps_silent_about_what_is_new_and_about_what_no_application_names() {
    assertThat(
            ExampleLint.messages(
                rule,
                """
                -- given
                CREATE TABLE orders (id bigint CONSTRAINT key PRIMARY KEY);
                -- when
                ALTER TABLE orders RENAME CONSTRAINT key TO orders_pkey;
                ALTER INDEX orders_pkey RENAME TO orders_key;
                ALTER TABLE orders_key RENAME TO orders_pkey;
                ALTER TABLE orders ADD COLUMN note text;
                ALTER TABLE orders RENAME COLUMN note TO remark;
                CREATE VIEW v AS SELECT 1 AS one;
                ALTER VIEW v RENAME TO w;
                CREATE SCHEMA shop;
                ALTER SCHEMA shop RENAME TO store;
                CREATE SEQUENCE numbers;
                ALTER SEQUENCE numbers RENAME TO order_numbers;
                CREATE TEMPORARY TABLE scratch (a int);
                ALTER TABLE scratch RENAME TO other;
                """))
        .isEmpty();
  }
}
