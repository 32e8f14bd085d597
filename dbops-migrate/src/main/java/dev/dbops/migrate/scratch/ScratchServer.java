package dev.dbops.migrate.scratch;

import dev.dbops.migrate.error.DbopsException;
import dev.dbops.migrate.sql.SqlIdentifier;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import javax.sql.DataSource;

/**
 * A server on which databases are created for one use and dropped afterwards. Starting one takes a
 * second or so: share it, and give each use a database of its own. What is still open when the JVM
 * ends is closed then. Thread-safe.
 */
public final class ScratchServer implements AutoCloseable {
  private final String description;
  private final int majorVersion;
  private final boolean disposable;
  private final Databases databases;

  private ScratchServer(
      String description, int majorVersion, boolean disposable, Databases databases) {
    this.description = description;
    this.majorVersion = majorVersion;
    this.disposable = disposable;
    this.databases = databases;
  }

  /**
   * A server that runs already and that others may use.
   *
   * @param origin what it is and where it comes from; no passwords
   * @param maintenance a database from which others are created and dropped
   * @param byName gives the database of a name
   * @throws DbopsException if it cannot be reached
   */
  public static ScratchServer running(
      String origin, DataSource maintenance, Function<String, DataSource> byName) {
    return connect(origin, false, maintenance, byName, () -> {});
  }

  /**
   * A server that was started for this and goes when it is closed.
   *
   * @param origin what it is and where it comes from, such as {@code embedded server}
   * @param maintenance a database from which others are created and dropped, as a superuser
   * @param byName gives the database of a name
   * @param stop runs when the server is closed, after its databases are dropped
   * @throws DbopsException if it cannot be reached
   */
  public static ScratchServer started(
      String origin, DataSource maintenance, Function<String, DataSource> byName, Runnable stop) {
    return connect(origin, true, maintenance, byName, stop);
  }

  private static ScratchServer connect(
      String origin,
      boolean disposable,
      DataSource maintenance,
      Function<String, DataSource> byName,
      Runnable stop) {
    try (Connection connection = maintenance.getConnection();
        Statement statement = connection.createStatement();
        ResultSet row =
            statement.executeQuery(
                """
                SELECT current_setting('server_version_num')::int / 10000,
                       split_part(current_setting('server_version'), ' ', 1)
                """)) {
      row.next();
      return new ScratchServer(
          "PostgreSQL " + row.getString(2) + " (" + origin + ")",
          row.getInt(1),
          disposable,
          Databases.of(maintenance, byName, stop));
    } catch (SQLException e) {
      throw new DbopsException(
          "No connection to the " + origin + ": " + e.getMessage(),
          "check its URL, role and password",
          e);
    }
  }

  /**
   * Starts the first that has no obstacle of: the server that the {@linkplain ExternalProvider
   * environment variables} name, the embedded server, a container.
   *
   * @throws DbopsException if each has an obstacle, or the first without one does not start
   */
  public static ScratchServer start() {
    return startFirst(
        List.of(
            ExternalProvider.fromEnvironment(System.getenv()),
            EmbeddedProvider.fromClassPath(),
            TestcontainersProvider.ofImage(TestcontainersProvider.DEFAULT_IMAGE)));
  }

  /**
   * Starts the first provider that has no obstacle. The description says which were passed over and
   * why.
   *
   * @throws DbopsException if each has an obstacle, or the first without one does not start
   */
  public static ScratchServer startFirst(List<? extends ScratchProvider> providers) {
    List<String> passedOver = new ArrayList<>();
    for (ScratchProvider provider : providers) {
      Optional<Obstacle> obstacle = provider.obstacle();
      if (obstacle.isEmpty()) {
        return provider.start().insteadOf(passedOver);
      }
      passedOver.add(provider.name() + ": " + obstacle.get());
    }
    throw new DbopsException(
        "There is no server to create a scratch database on: " + String.join("; ", passedOver),
        "remove one of these obstacles");
  }

  private ScratchServer insteadOf(List<String> passedOver) {
    if (passedOver.isEmpty()) {
      return this;
    }
    String why = ", as there is no " + String.join(" and no ", passedOver);
    return new ScratchServer(description + why, majorVersion, disposable, databases);
  }

  /**
   * Creates an empty database.
   *
   * @throws DbopsException if the server refuses
   */
  public ScratchDatabase create() {
    return create("template0");
  }

  /**
   * Creates a database with the content of another, to which nobody may be connected meanwhile.
   *
   * @throws DbopsException if the server refuses
   */
  public ScratchDatabase copyOf(ScratchDatabase template) {
    return create(template.name());
  }

  private ScratchDatabase create(String template) {
    try {
      return new ScratchDatabase(this, databases.create(template, howToCopy()));
    } catch (SQLException e) {
      throw new DbopsException(
          "No scratch database on " + this + ": " + e.getMessage(),
          "let the role create databases (ALTER ROLE … CREATEDB), or name another server",
          e);
    }
  }

  /**
   * Twice as fast as the way since 15 by way of the log; it ends in a checkpoint, which is nothing
   * to ask of a server that others use.
   */
  private String howToCopy() {
    return disposable && majorVersion >= 15 ? "STRATEGY FILE_COPY" : "";
  }

  void drop(Databases.Created database) {
    try {
      databases.drop(database);
    } catch (SQLException e) {
      throw new DbopsException(
          "Database " + database.name() + " is left behind on " + this + ": " + e.getMessage(),
          "drop it: DROP DATABASE " + SqlIdentifier.quote(database.name()),
          e);
    }
  }

  /**
   * Makes sure that databases are not created from the very one that is migrated or compared.
   *
   * @throws DbopsException if they would be, or if one of the two does not answer
   */
  public void refuseAsTarget(DataSource target) {
    DatabaseIdentity.refuseIfSame(databases.maintenance(), target, description);
  }

  /** The major version, such as 18. */
  public int majorVersion() {
    return majorVersion;
  }

  /** Whether it was started for this, so that nobody minds what roles are created on it. */
  public boolean isDisposable() {
    return disposable;
  }

  /** Which server this is and why it was chosen, in one sentence without passwords. */
  public String description() {
    return description;
  }

  /** Drops the databases that are still there, then stops the server if it was started for this. */
  @Override
  public void close() {
    databases.close();
  }

  @Override
  public String toString() {
    return description;
  }
}
