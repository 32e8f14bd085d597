package dev.dbops.migrate.lint.rules;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dbops.migrate.lint.ExampleLint;
import dev.dbops.migrate.lint.Rule;
import org.junit.jupiter.api.Test;

class AddColumnConstrainedDomainRewritesTest {
  private final Rule rule = new AddColumnConstrainedDomainRewrites();

  @Test
  void takes_the_type_below_and_checks_the_table_instead() {
    String migration =
        """
        -- given
        CREATE DOMAIN short AS varchar(80) CHECK (VALUE <> '');
        CREATE DOMAIN shop.email AS short DEFAULT '@' NOT NULL CHECK (value LIKE '%@%' AND length("value") > 2);
        CREATE TABLE shop.customers (id bigint PRIMARY KEY, CONSTRAINT "customers_Mail_check" CHECK (id > 0));
        -- when
        ALTER TABLE shop.customers ADD COLUMN "Mail" shop.email;
        """;

    assertThat(ExampleLint.messages(rule, migration))
        .containsExactly(
            "The new column \"Mail\" of the domain shop.email rewrites shop.customers and blocks"
                + " reads and writes until it is done");
    assertThat(ExampleLint.fix(rule, migration))
        .containsExactly(
            "ALTER TABLE shop.customers ADD COLUMN \"Mail\" varchar(80) DEFAULT '@'",
            "ALTER TABLE shop.customers ADD CONSTRAINT \"customers_Mail_check1\""
                + " CHECK (\"Mail\" LIKE '%@%' AND length(\"Mail\") > 2) NOT VALID",
            "ALTER TABLE shop.customers VALIDATE CONSTRAINT \"customers_Mail_check1\"",
            "ALTER TABLE shop.customers ADD CONSTRAINT \"customers_Mail_check2\" CHECK (\"Mail\" <>"
                + " '') NOT VALID",
            "ALTER TABLE shop.customers VALIDATE CONSTRAINT \"customers_Mail_check2\"",
            "ALTER TABLE shop.customers ADD CONSTRAINT \"customers_Mail_not_null\" NOT NULL"
                + " \"Mail\" NOT VALID",
            "ALTER TABLE shop.customers VALIDATE CONSTRAINT \"customers_Mail_not_null\"");
  }

  @Test
  void keeps_silent_about_domains_without_constraints_and_about_new_tables() {
    assertThat(
            ExampleLint.messages(
                rule,
                """
                -- given
                CREATE DOMAIN title AS varchar(80);
                CREATE DOMAIN email AS text CHECK (VALUE <> '');
                CREATE TABLE customers (id bigint PRIMARY KEY);
                -- when
                ALTER TABLE customers ADD a title, ADD b unknown_type, ADD c email[];
                CREATE TABLE letters (id bigint);
                ALTER TABLE letters ADD a email;
                """))
        .isEmpty();
  }

  @Test
  void finds_it_inside_do_also_if_the_constraint_came_later() {
    assertThat(
            ExampleLint.messages(
                rule,
                """
                -- given
                CREATE DOMAIN email AS text;
                ALTER DOMAIN email ADD CHECK (VALUE <> '') NOT VALID;
                -- when
                DO $$ BEGIN ALTER TABLE customers ADD a email; END $$;
                """))
        .hasSize(1);
  }
}
