package dev.dbops.migrate.scratch;

import dev.dbops.migrate.sql.SqlIdentifier;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The databases created on a server and not dropped yet; none of them outlives the JVM. */
final class Databases {
  private static final Logger LOG = LoggerFactory.getLogger(Databases.class);

  private final DataSource maintenance;
  private final Function<String, DataSource> byName;
  private final Runnable stop;
  private final Set<Created> open = ConcurrentHashMap.newKeySet();
  private final AtomicBoolean closed = new AtomicBoolean();
  private final Thread atExit = new Thread(this::close, "dbops-scratch-cleanup");

  record Created(String name, DataSource dataSource) {}

  private Databases(DataSource maintenance, Function<String, DataSource> byName, Runnable stop) {
    this.maintenance = maintenance;
    this.byName = byName;
    this.stop = stop;
  }

  static Databases of(DataSource maintenance, Function<String, DataSource> byName, Runnable stop) {
    Databases databases = new Databases(maintenance, byName, stop);
    Runtime.getRuntime().addShutdownHook(databases.atExit);
    return databases;
  }

  DataSource maintenance() {
    return maintenance;
  }

  /**
   * Creates a database with the content of another.
   *
   * @param how more options of CREATE DATABASE, or nothing
   */
  Created create(String template, String how) throws SQLException {
    String name = "dbops_scratch_" + UUID.randomUUID().toString().replace("-", "");
    try (Connection connection = maintenance.getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute(
          "CREATE DATABASE %s TEMPLATE %s %s"
              .formatted(SqlIdentifier.quote(name), SqlIdentifier.quote(template), how));
    }
    Created created = new Created(name, byName.apply(name));
    open.add(created);
    return created;
  }

  void drop(Created database) throws SQLException {
    if (open.remove(database)) {
      new DatabaseRemoval(maintenance, database).run();
    }
  }

  void close() {
    if (!closed.compareAndSet(false, true)) {
      return;
    }
    for (Created database : List.copyOf(open)) {
      try {
        drop(database);
      } catch (SQLException e) {
        LOG.warn("Database {} is left behind: {}", database.name(), e.getMessage());
      }
    }
    stop.run();
    if (Thread.currentThread() != atExit) {
      Runtime.getRuntime().removeShutdownHook(atExit);
    }
  }
}
