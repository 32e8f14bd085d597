package dev.dbops.migrate.lock;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dbops.migrate.catalog.SchemaState;
import dev.dbops.migrate.scratch.ScratchDatabase;
import dev.dbops.migrate.sql.AlterTable;
import dev.dbops.migrate.sql.AlterTableAction.AddColumn;
import dev.dbops.migrate.testing.Postgres;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.sql.Statement;
import java.util.Optional;
import java.util.Set;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Compares what is predicted of new columns with what a server does. */
class AddColumnRewriteTest {
  private static final String SCHEMA = Script.read("add-column-schema.sql");

  static Set<Integer> versions() {
    return Postgres.majors();
  }

  @ParameterizedTest
  @MethodSource("versions")
  void predicts_which_new_columns_rewrite_the_table(int version) throws SQLException {
    SchemaState before = Script.of(SCHEMA).stateAfterAll();
    SoftAssertions agreement = new SoftAssertions();
    int accepted = 0;
    try (ScratchDatabase database = Postgres.major(version).create();
        Connection connection = database.connection()) {
      connection.setAutoCommit(false);
      execute(SCHEMA, connection);

      for (String sql : Script.read("add-column-cases.sql").split("\n")) {
        Optional<Boolean> rewritten =
            sql.startsWith("ALTER") ? observe(sql, connection) : Optional.empty();
        if (rewritten.isPresent()) {
          accepted++;
          agreement
              .assertThat(predict(sql, before, version))
              .as(sql)
              .matches(cause -> cause.isPresent() == rewritten.get());
        }
      }
    }
    agreement.assertAll();
    assertThat(accepted).isGreaterThan(50);
  }

  /** Whether the server rewrote the table; empty if it refused, as older ones refuse some. */
  private static Optional<Boolean> observe(String sql, Connection connection) throws SQLException {
    Savepoint before = connection.setSavepoint();
    String file = file(connection);
    try {
      execute(sql, connection);
      return Optional.of(!file(connection).equals(file));
    } catch (SQLException refused) {
      return Optional.empty();
    } finally {
      connection.rollback(before);
    }
  }

  private static Optional<AddColumnRewrite> predict(String sql, SchemaState before, int version) {
    AlterTable alter = (AlterTable) Script.of(sql).statements().get(0);
    AddColumn add = (AddColumn) alter.actions().get(0);
    return AddColumnRewrite.of(add.column(), before, version);
  }

  private static String file(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery("SELECT pg_relation_filenode('t')")) {
      row.next();
      return row.getString(1);
    }
  }

  private static void execute(String sql, Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }
}
