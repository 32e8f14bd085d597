package dev.dbops.migrate.lint.rules;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dbops.migrate.changelog.Changelog;
import dev.dbops.migrate.changelog.ChangelogOptions;
import dev.dbops.migrate.lint.Baseline;
import dev.dbops.migrate.lint.ChangelogLinter;
import dev.dbops.migrate.lint.ExampleLint;
import dev.dbops.migrate.lint.Finding;
import dev.dbops.migrate.lint.LintSettings;
import dev.dbops.migrate.lint.RuleSet;
import dev.dbops.migrate.lint.Selection;
import dev.dbops.migrate.lint.TableSizes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MissingLockTimeoutTest {
  @Test
  void speaks_once_in_a_changeset_and_sets_the_timeout_in_its_transaction() {
    List<Finding> found =
        findings(
            """
            -- when
            SELECT 1;
            ALTER TABLE sales."Große Aufträge" ADD COLUMN note text;
            ALTER TABLE lines ADD COLUMN note text;
            """);

    assertThat(found)
        .extracting(Finding::message)
        .containsExactly(
            "Without a lock_timeout reads and writes of Große Aufträge queue up behind this "
                + "statement for as long as it waits for its lock");
    assertThat(ExampleLint.fix(found.get(0)))
        .containsExactly(
            "SET LOCAL lock_timeout = '2s';\n"
                + "ALTER TABLE sales.\"Große Aufträge\" ADD COLUMN note text");
  }

  @Test
  void sets_it_for_the_session_where_there_is_no_transaction() {
    List<Finding> found =
        findings(
            """
            -- transaction: none
            -- when
            ALTER TABLE orders ADD CONSTRAINT fk FOREIGN KEY (a) REFERENCES customers NOT VALID;
            """);

    assertThat(found)
        .extracting(Finding::message)
        .containsExactly(
            "Without a lock_timeout writes to customers queue up behind this statement for as long"
                + " as it waits for its lock");
    assertThat(ExampleLint.fix(found.get(0)))
        .containsExactly(
            "SET lock_timeout = '2s'",
            "ALTER TABLE orders ADD CONSTRAINT fk FOREIGN KEY (a) REFERENCES customers NOT VALID");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "SET lock_timeout = '2s';",
        "SET LOCAL lock_timeout TO 2000;",
        "SET SESSION \"lock_timeout\" = '0.5s';",
        "SELECT set_config('lock_timeout', '2s', true);",
        "SELECT pg_catalog.set_config('lock_timeout', '2s', false);",
        "DO $$ BEGIN PERFORM set_config('lock_timeout', '2s', true); END $$;",
        "DO $$ BEGIN SET LOCAL lock_timeout = '2s'; END $$;",
        "SAVEPOINT a; SET lock_timeout = '2s'; RELEASE a;",
        "SET lock_timeout = '2s'; COMMIT;",
        "RESET lock_timeout; SET lock_timeout = '2s'; RESET search_path;",
        "LOCK TABLE new IN ACCESS EXCLUSIVE MODE NOWAIT; SET lock_timeout = '2s';",
      })
  void keeps_silent_under_a_timeout(String before) {
    assertThat(findings("-- when\n" + before + "\nALTER TABLE orders ADD COLUMN note text;"))
        .isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "SET lock_timeout = 0;",
        "SET lock_timeout = '0ms';",
        "SET lock_timeout TO DEFAULT;",
        "SET lock_timeout = '2s'; RESET lock_timeout;",
        "SET lock_timeout = '2s'; RESET ALL;",
        "SET LOCAL lock_timeout = '2s'; COMMIT;",
        "SET lock_timeout = '2s'; ROLLBACK;",
        "SAVEPOINT a; SET lock_timeout = '2s'; ROLLBACK TO a;",
        "SET statement_timeout = '2s';",
        "SELECT set_config('lock_timeout', '0', false);",
        "CREATE FUNCTION f() RETURNS void LANGUAGE plpgsql AS $$ BEGIN SET lock_timeout = 1; END $$;"
      })
  void speaks_where_the_timeout_is_off_or_undone(String before) {
    assertThat(findings("-- when\n" + before + "\nALTER TABLE orders ADD COLUMN note text;"))
        .hasSize(1);
  }

  @Test
  void set_local_outside_a_transaction_sets_nothing() {
    assertThat(
            findings(
                """
                -- transaction: none
                -- when
                SET LOCAL lock_timeout = '2s';
                ALTER TABLE orders ADD COLUMN note text;
                """))
        .hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "CREATE TABLE orders (id int); ALTER TABLE orders ADD COLUMN note text;",
        "CREATE TEMP TABLE orders (id int); ALTER TABLE orders ADD COLUMN note text;",
        "UPDATE orders SET a = 1 WHERE id = 1;",
        "ALTER TABLE orders VALIDATE CONSTRAINT c;",
        "ANALYZE orders;",
        "COMMENT ON TABLE orders IS 'x';",
        "LOCK TABLE orders IN ACCESS EXCLUSIVE MODE NOWAIT;",
        "CREATE FUNCTION f() RETURNS void LANGUAGE plpgsql AS $$ BEGIN TRUNCATE orders; END $$;"
      })
  void keeps_silent_where_nobody_queues_up(String statement) {
    assertThat(findings("-- when\n" + statement)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "CREATE INDEX CONCURRENTLY i ON orders (id);",
        "DROP INDEX CONCURRENTLY i;",
        "REINDEX TABLE CONCURRENTLY orders;",
        "ALTER TABLE orders DETACH PARTITION old CONCURRENTLY;"
      })
  void keeps_silent_about_concurrent_forms(String statement) {
    assertThat(findings("-- transaction: none\n-- when\n" + statement)).isEmpty();
  }

  @Test
  void looks_into_blocks_but_has_no_fix_there() {
    List<Finding> found =
        findings("-- when\nDO $$ BEGIN ALTER TABLE orders ADD COLUMN note text; END $$;");

    assertThat(found).hasSize(1);
    assertThat(found.get(0).fix()).isEmpty();
  }

  @Test
  void a_callback_of_flyways_sets_it_for_all_migrations(@TempDir Path folder) throws IOException {
    write(folder, "V1__orders.sql", "CREATE TABLE orders (id bigint PRIMARY KEY);");
    write(folder, "V2__note.sql", "ALTER TABLE orders ADD COLUMN note text;");
    write(folder, "V3__off.sql", "SET lock_timeout = 0; ALTER TABLE orders ADD COLUMN a text;");

    List<Finding> without = flyway(folder);
    write(folder, "beforeMigrate.sql", "SET lock_timeout = '3s';");
    List<Finding> with = flyway(folder);

    assertThat(without).extracting(found -> found.changeSet().id()).hasSize(2);
    assertThat(with)
        .singleElement()
        .satisfies(found -> assertThat(found.changeSet().path()).endsWith("V3__off.sql"));
  }

  @Test
  void the_session_of_an_earlier_deploy_is_over(@TempDir Path folder) throws IOException {
    write(folder, "V1__orders.sql", "CREATE TABLE orders (id bigint PRIMARY KEY);");
    write(folder, "V2__a.sql", "SET lock_timeout = '3s'; ALTER TABLE orders ADD COLUMN a text;");
    write(folder, "V3__b.sql", "ALTER TABLE orders ADD COLUMN b text;");

    List<Finding> apart = flyway(folder);
    List<Finding> together =
        lint(
            Changelog.flyway(folder.toString()),
            new Selection("new", changeSet -> !changeSet.path().endsWith("V1__orders.sql")));

    assertThat(apart)
        .singleElement()
        .satisfies(found -> assertThat(found.changeSet().path()).endsWith("V3__b.sql"));
    assertThat(together).isEmpty();
  }

  @Test
  void points_to_the_change_in_xml(@TempDir Path folder) throws IOException {
    write(
        folder,
        "changelog.xml",
        """
        <databaseChangeLog xmlns="http://www.liquibase.org/xml/ns/dbchangelog"
            xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"
            xsi:schemaLocation="http://www.liquibase.org/xml/ns/dbchangelog
                http://www.liquibase.org/xml/ns/dbchangelog/dbchangelog-latest.xsd">
          <changeSet id="1" author="a">
            <sql>SET LOCAL lock_timeout = '2s'</sql>
            <dropColumn tableName="orders" columnName="note"/>
          </changeSet>
          <changeSet id="2" author="a">
            <dropColumn tableName="orders" columnName="other"/>
          </changeSet>
        </databaseChangeLog>
        """);

    List<Finding> found =
        lint(
            Changelog.liquibase(
                "changelog.xml", ChangelogOptions.builder().searchPath(folder).build()),
            Selection.all());

    assertThat(found).extracting(each -> each.span().from().line()).containsExactly(10);
  }

  private static List<Finding> flyway(Path folder) {
    return lint(Changelog.flyway(folder.toString()), Selection.all());
  }

  private static List<Finding> lint(Changelog changelog, Selection selection) {
    return new ChangelogLinter(
            new RuleSet(List.of(new MissingLockTimeout())),
            LintSettings.defaults(),
            TableSizes.unknown(),
            Baseline.empty())
        .lint(changelog, selection)
        .findings();
  }

  private static void write(Path folder, String name, String text) throws IOException {
    Files.writeString(folder.resolve(name), text);
  }

  private static List<Finding> findings(String migration) {
    return ExampleLint.findings(new MissingLockTimeout(), migration);
  }
}
