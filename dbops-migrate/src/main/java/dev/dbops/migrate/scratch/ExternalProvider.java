package dev.dbops.migrate.scratch;

import dev.dbops.migrate.error.DbopsException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;

/**
 * The server that the user names by a JDBC URL. The database in the URL is only connected to, in
 * order to create others beside it; the role needs CREATEDB and nothing else.
 */
public final class ExternalProvider implements ScratchProvider {
  /**
   * The environment variable that names the server, such as jdbc:postgresql://host:5432/postgres.
   */
  public static final String URL_VARIABLE = "DBOPS_SCRATCH_URL";

  /** The environment variable with the role to connect as. */
  public static final String USER_VARIABLE = "DBOPS_SCRATCH_USER";

  /** The environment variable with that role's password. */
  public static final String PASSWORD_VARIABLE = "DBOPS_SCRATCH_PASSWORD";

  private static final Obstacle UNNAMED =
      new Obstacle(
          URL_VARIABLE + " is not set",
          "set it to a URL like jdbc:postgresql://host:5432/postgres");

  private final Optional<UrlDataSource> server;
  private final Optional<DataSource> target;

  private ExternalProvider(Optional<UrlDataSource> server, Optional<DataSource> target) {
    this.server = server;
    this.target = target;
  }

  /**
   * A server by its URL.
   *
   * @param properties of the connection, such as {@code user} and {@code password}
   * @throws DbopsException if it is not a URL of PostgreSQL's driver
   */
  public static ExternalProvider of(String url, Map<String, String> properties) {
    return new ExternalProvider(
        Optional.of(new UrlDataSource(new JdbcUrl(url), properties)), Optional.empty());
  }

  /**
   * The server that the environment variables name, if they do.
   *
   * @throws DbopsException if they name something else than a URL of PostgreSQL's driver
   */
  public static ExternalProvider fromEnvironment(Map<String, String> environment) {
    if (!environment.containsKey(URL_VARIABLE)) {
      return new ExternalProvider(Optional.empty(), Optional.empty());
    }
    Map<String, String> properties = new HashMap<>();
    putIfSet(properties, "user", environment, USER_VARIABLE);
    putIfSet(properties, "password", environment, PASSWORD_VARIABLE);
    return of(environment.getOrDefault(URL_VARIABLE, ""), properties);
  }

  private static void putIfSet(
      Map<String, String> properties,
      String property,
      Map<String, String> environment,
      String variable) {
    if (environment.containsKey(variable)) {
      properties.put(property, environment.getOrDefault(variable, ""));
    }
  }

  /**
   * Refuses to start if the URL turns out to name this database, the one that shall be migrated.
   */
  public ExternalProvider butNot(DataSource target) {
    return new ExternalProvider(server, Optional.of(target));
  }

  @Override
  public String name() {
    return "external server";
  }

  @Override
  public Optional<Obstacle> obstacle() {
    return server.isPresent() ? Optional.empty() : Optional.of(UNNAMED);
  }

  @Override
  public ScratchServer start() {
    UrlDataSource maintenance = server.orElseThrow(() -> UNNAMED.of(name()));
    target.ifPresent(
        migrated -> DatabaseIdentity.refuseIfSame(maintenance, migrated, maintenance.toString()));
    return ScratchServer.running(name() + " " + maintenance, maintenance, maintenance::database);
  }
}
