package dev.dbops.benchmark;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;

/**
 * A schema of many tables, each of 10 columns with a primary key, 2 more indexes and 2 more
 * constraints, and a view for every tenth.
 *
 * @param tables how many
 */
record GeneratedSchema(int tables) {
  private static final int TABLES_PER_TRANSACTION = 100;
  private static final int TABLES_PER_VIEW = 10;

  /** Liquibase follows foreign keys by recursion, and a long chain of them is too deep for it. */
  private static final int TABLES_PER_PARENT = 10;

  void create(DataSource database) throws SQLException {
    try (Connection connection = database.getConnection();
        Statement statement = connection.createStatement()) {
      StringBuilder script = new StringBuilder();
      for (int table = 0; table < tables; table++) {
        script.append(table(table));
        if (table % TABLES_PER_VIEW == 0) {
          script.append(view(table));
        }
        // The locks of one transaction have to fit into the lock table of the server.
        if (table % TABLES_PER_TRANSACTION == TABLES_PER_TRANSACTION - 1) {
          statement.execute(script.toString());
          script.setLength(0);
        }
      }
      if (!script.isEmpty()) {
        statement.execute(script.toString());
      }
    }
  }

  private static String table(int number) {
    return """
        CREATE TABLE orders_%1$d (
          id bigint PRIMARY KEY,
          parent_id bigint,
          customer_id integer NOT NULL,
          state text NOT NULL DEFAULT 'new',
          total numeric(12, 2) DEFAULT 0,
          note varchar(200),
          paid boolean,
          token uuid,
          details jsonb,
          created_at timestamptz NOT NULL DEFAULT now(),
          CONSTRAINT orders_%1$d_total_positive CHECK (total >= 0),
          CONSTRAINT orders_%1$d_parent FOREIGN KEY (parent_id) REFERENCES orders_%2$d (id)
        );
        CREATE INDEX orders_%1$d_by_customer ON orders_%1$d (customer_id, created_at DESC);
        CREATE INDEX orders_%1$d_unpaid ON orders_%1$d (created_at) WHERE NOT paid;
        """
        .formatted(number, number / TABLES_PER_PARENT);
  }

  private static String view(int number) {
    return """
        CREATE VIEW open_orders_%1$d AS
          SELECT id, customer_id, total FROM orders_%1$d WHERE NOT paid AND state <> 'closed';
        """
        .formatted(number);
  }
}
