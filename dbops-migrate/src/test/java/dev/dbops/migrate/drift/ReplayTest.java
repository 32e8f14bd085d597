package dev.dbops.migrate.drift;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dbops.migrate.catalog.live.CatalogReader;
import dev.dbops.migrate.changelog.ChangeSetId;
import dev.dbops.migrate.changelog.ChangelogOptions;
import dev.dbops.migrate.error.DbopsException;
import dev.dbops.migrate.scratch.ScratchDatabase;
import dev.dbops.migrate.testing.PostgresTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;

class ReplayTest {
  @TempDir Path folder;

  @PostgresTest(from = 12)
  void runs_a_changelog_of_liquibases_with_its_preconditions_and_without_absent_classes(
      ScratchDatabase database) throws IOException {
    Path changelog =
        write(
            "changelog.xml",
            """
            <databaseChangeLog xmlns="http://www.liquibase.org/xml/ns/dbchangelog"
                xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"
                xsi:schemaLocation="http://www.liquibase.org/xml/ns/dbchangelog http://www.liquibase.org/xml/ns/dbchangelog/dbchangelog-latest.xsd">
              <changeSet id="1" author="a">
                <createTable tableName="orders"><column name="id" type="bigint"/></createTable>
              </changeSet>
              <changeSet id="2" author="a">
                <preConditions onFail="MARK_RAN"><tableExists tableName="absent"/></preConditions>
                <addColumn tableName="orders"><column name="never" type="text"/></addColumn>
              </changeSet>
              <changeSet id="3" author="a"><customChange class="com.example.Absent"/></changeSet>
              <changeSet id="4" author="a" context="test">
                <addColumn tableName="orders"><column name="test" type="text"/></addColumn>
              </changeSet>
              <changeSet id="5" author="a" runInTransaction="false">
                <sql>CREATE INDEX CONCURRENTLY by_id ON orders (id)</sql>
              </changeSet>
              <changeSet id="6" author="a">
                <addColumn tableName="orders"><column name="later" type="text"/></addColumn>
              </changeSet>
            </databaseChangeLog>
            """);

    Replay replay =
        Replay.of(
            changelog.toString(),
            ChangelogOptions.builder().contexts("prod").build(),
            database.dataSource(),
            id -> !id.id().equals("6"));

    assertThat(replay.run()).extracting(ChangeSetId::id).containsExactly("1", "2", "3", "5");
    assertThat(replay.skipped())
        .singleElement()
        .asString()
        .contains("com.example.Absent", "::3::a", "not on the class path");
    assertThat(keys(database))
        .contains("table public.orders", "column public.orders.id", "index public.orders.by_id")
        .doesNotContain("column public.orders.never", "column public.orders.test")
        .doesNotContain("column public.orders.later");
  }

  @PostgresTest(from = 12)
  void runs_flyways_files_in_their_order_and_transactions(ScratchDatabase database)
      throws IOException {
    write("V10__index.sql", "CREATE INDEX CONCURRENTLY by_total ON orders (total);");
    write("V9__column.sql", "ALTER TABLE orders ADD total ${type}; COPY orders FROM STDIN;\n\\.\n");
    write("V1__orders.sql", "CREATE TABLE orders (id bigint);");
    write("R__view.sql", "CREATE OR REPLACE VIEW v AS SELECT id FROM orders;");

    Replay replay =
        Replay.of(
            folder.toString(),
            ChangelogOptions.builder().parameter("type", "numeric(10,2)").build(),
            database.dataSource(),
            id -> true);

    assertThat(replay.run()).hasSize(4);
    assertThat(keys(database))
        .contains("index public.orders.by_total", "column public.orders.total", "view public.v");
  }

  @PostgresTest(from = 12)
  void says_which_statement_of_which_file_the_server_refuses(ScratchDatabase database)
      throws IOException {
    write("V1__orders.sql", "CREATE TABLE orders (id bigint);\nCREATE TABLE orders (id bigint);");

    assertThatThrownBy(
            () ->
                Replay.of(
                    folder.toString(),
                    ChangelogOptions.defaults(),
                    database.dataSource(),
                    id -> true))
        .isInstanceOf(DbopsException.class)
        .hasMessageContaining("V1__orders.sql:2")
        .hasMessageContaining("already exists");
    assertThat(keys(database)).doesNotContain("table public.orders");
  }

  private Path write(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text);
  }

  private static List<String> keys(ScratchDatabase database) {
    return CatalogReader.create().read(database.dataSource()).facts().keySet().stream()
        .map(Object::toString)
        .toList();
  }
}
