package dev.dbops.migrate.online;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dbops.migrate.catalog.SchemaState;
import dev.dbops.migrate.changelog.SourceFile;
import dev.dbops.migrate.changelog.SqlText;
import dev.dbops.migrate.scratch.ScratchDatabase;
import dev.dbops.migrate.sql.AlterTable;
import dev.dbops.migrate.sql.AlterTableAction.RenameTable;
import dev.dbops.migrate.sql.Splitter;
import dev.dbops.migrate.sql.SqlParser;
import dev.dbops.migrate.testing.Postgres;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.Test;

class RenamedTableTest {
  @Test
  void those_who_used_the_table_use_the_view() throws SQLException {
    for (int version : Postgres.majors()) {
      try (ScratchDatabase database = Postgres.major(version).create();
          Connection connection = database.connection();
          Statement statement = connection.createStatement()) {
        String role = role(statement);
        statement.execute("CREATE TABLE \"Orders\" (id int, \"Note\" text, hidden int)");
        statement.execute("INSERT INTO \"Orders\" VALUES (1, 'a', 2)");
        statement.execute("GRANT INSERT ON \"Orders\" TO " + role + " WITH GRANT OPTION");
        statement.execute("GRANT SELECT (\"Note\") ON \"Orders\" TO " + role);

        statement.execute(renamed(version));

        statement.execute("SET ROLE " + role);
        statement.execute("INSERT INTO \"Orders\" (id, \"Note\") VALUES (2, 'b')");
        try (ResultSet rows = statement.executeQuery("SELECT max(\"Note\") FROM \"Orders\"")) {
          rows.next();
          assertThat(rows.getString(1)).isEqualTo("b");
        }
        assertThat(has(statement, "has_any_column_privilege('\"Orders\"', 'UPDATE')")).isFalse();
        assertThat(has(statement, "has_column_privilege('\"Orders\"', 'hidden', 'SELECT')"))
            .isFalse();
        assertThat(has(statement, "has_table_privilege('\"Orders\"', 'INSERT WITH GRANT OPTION')"))
            .isTrue();
        statement.execute("RESET ROLE");
        statement.execute("DROP OWNED BY " + role);
        statement.execute("DROP ROLE " + role);
      }
    }
  }

  @Test
  void policies_of_the_table_hold_for_readers_of_the_view_or_there_is_none() throws SQLException {
    for (int version : Postgres.majors()) {
      try (ScratchDatabase database = Postgres.major(version).create();
          Connection connection = database.connection();
          Statement statement = connection.createStatement()) {
        String role = role(statement);
        statement.execute("CREATE TABLE \"Orders\" AS SELECT generate_series(1, 9) AS id");
        statement.execute("ALTER TABLE \"Orders\" ENABLE ROW LEVEL SECURITY");
        statement.execute("CREATE POLICY small ON \"Orders\" USING (id < 4)");
        statement.execute("GRANT SELECT ON \"Orders\" TO " + role);

        if (version < 15) {
          assertThatThrownBy(() -> statement.execute(renamed(version)))
              .hasMessageContaining("policies");
        } else {
          statement.execute(renamed(version));
        }

        statement.execute("SET ROLE " + role);
        assertThat(has(statement, "count(*) = 3 FROM \"Orders\"")).isTrue();
        statement.execute("RESET ROLE");
        statement.execute("DROP OWNED BY " + role);
        statement.execute("DROP ROLE " + role);
      }
    }
  }

  /** Roles belong to the whole server: each database makes one of its own. */
  private static String role(Statement statement) throws SQLException {
    try (ResultSet rows =
        statement.executeQuery("SELECT quote_ident('App of ' || current_database())")) {
      rows.next();
      String role = rows.getString(1);
      statement.execute("CREATE ROLE " + role);
      return role;
    }
  }

  private static boolean has(Statement statement, String right) throws SQLException {
    try (ResultSet rows = statement.executeQuery("SELECT " + right)) {
      rows.next();
      return rows.getBoolean(1);
    }
  }

  private static String renamed(int version) {
    String sql = "ALTER TABLE \"Orders\" RENAME TO purchases";
    SqlText text = SqlText.verbatim(SourceFile.of("rename.sql", sql).whole());
    AlterTable alter = (AlterTable) SqlParser.parse(Splitter.split(text).get(0));
    RenameTable rename = (RenameTable) alter.actions().get(0);
    return RenamedTable.withView(
            alter, rename.to(), new StatementContext(sql, SchemaState.empty(), version))
        .steps()
        .get(0)
        .sql();
  }
}
