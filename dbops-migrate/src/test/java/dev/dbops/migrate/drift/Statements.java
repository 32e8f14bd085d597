package dev.dbops.migrate.drift;

import dev.dbops.migrate.scratch.ScratchDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Collection;
import java.util.List;

/** The statements of repairs. */
final class Statements {
  private static final int SHOWN = 10;

  private Statements() {}

  /** Runs them one by one; fails with those before it and the server's answer if it refuses one. */
  static void run(List<RepairStep> steps, ScratchDatabase database) throws SQLException {
    List<String> statements =
        steps.stream().map(RepairStep::statements).flatMap(Collection::stream).toList();
    try (Connection connection = database.connection();
        Statement statement = connection.createStatement()) {
      statement.setEscapeProcessing(false);
      for (int i = 0; i < statements.size(); i++) {
        try {
          statement.execute(statements.get(i));
        } catch (SQLException e) {
          throw new AssertionError(
              "%s%nin: %s%nafter: %s"
                  .formatted(
                      e.getMessage(),
                      statements.get(i),
                      String.join(";\n", statements.subList(Math.max(0, i - SHOWN), i))),
              e);
        }
      }
    }
  }
}
