package dev.dbops.migrate.drift;

import dev.dbops.migrate.error.DbopsException;
import dev.dbops.migrate.scratch.ScratchDatabase;
import dev.dbops.migrate.scratch.ScratchServer;
import dev.dbops.migrate.sql.SqlIdentifier;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.sql.DataSource;

/**
 * What migrations find on a server without having made it: the role that runs them, the roles that
 * they grant to, and the schemas in which names without a schema are looked up.
 *
 * @param migratingRole owns what the migrations make
 * @param roles other roles
 * @param searchPath its schemas in order; empty for the server's own
 * @param schemas those of them that are there before the first migration
 */
record Surroundings(
    String migratingRole, Set<String> roles, List<String> searchPath, Set<String> schemas) {
  private static final Pattern ABSENT_ROLE = Pattern.compile("role \"(.+)\" does not exist");
  private static final String UNDEFINED_OBJECT = "42704";
  private static final Pattern DUPLICATE_SCHEMA = Pattern.compile("schema \"(.+)\" already exists");
  private static final Set<String> THERE_ALREADY = Set.of("42710", "23505");

  Surroundings {
    roles = Set.copyOf(roles);
    searchPath = List.copyOf(searchPath);
    schemas = Set.copyOf(schemas);
  }

  /** Where the migrations will run once, which is not known yet. */
  static Surroundings unknown() {
    return new Surroundings(MigratingRole.NAME, Set.of(), List.of(), Set.of());
  }

  /**
   * Those of a database that has run the migrations. Needs no privilege.
   *
   * @param books in which it keeps what it has run
   * @throws DbopsException if it does not answer
   */
  static Surroundings of(DataSource target, Optional<String> books) {
    try (Connection connection = target.getConnection();
        PreparedStatement query =
            connection.prepareStatement(
                """
                SELECT pg_get_userbyid(COALESCE(c.relowner, d.datdba)),
                       current_schemas(false)::text[],
                       ARRAY(SELECT DISTINCT r.rolname::text
                               FROM pg_shdepend s
                               JOIN pg_roles r ON r.oid = s.refobjid
                              WHERE s.refclassid = 'pg_authid'::regclass AND s.dbid = d.oid
                                AND r.rolname !~ '^pg_')
                  FROM pg_database d
                  LEFT JOIN pg_class c ON c.oid = to_regclass(?)
                 WHERE d.datname = current_database()
                """)) {
      query.setString(1, books.orElse(null));
      try (ResultSet row = query.executeQuery()) {
        row.next();
        List<String> schemas = List.of((String[]) row.getArray(2).getArray());
        Set<String> roles = Set.of((String[]) row.getArray(3).getArray());
        return new Surroundings(row.getString(1), roles, schemas, Set.copyOf(schemas));
      }
    } catch (SQLException e) {
      throw new DbopsException(
          "The database cannot tell who runs its migrations: " + e.getMessage(),
          "check the connection",
          e);
    }
  }

  /**
   * These, as a migration that was refused supposes them to be: with the role that it names,
   * without the schema that it creates.
   *
   * @throws DbopsException the refusal itself, if that is about something else
   */
  Surroundings asSupposed(DbopsException refusal, ScratchServer server) {
    SQLException answer = answerOfServer(refusal);
    Matcher absent = ABSENT_ROLE.matcher(String.valueOf(answer.getMessage()));
    if (UNDEFINED_OBJECT.equals(answer.getSQLState()) && absent.find()) {
      return with(absent.group(1), refusal, server);
    }
    Matcher present = DUPLICATE_SCHEMA.matcher(String.valueOf(answer.getMessage()));
    Set<String> fewer = new TreeSet<>(schemas);
    if (present.find() && fewer.remove(present.group(1))) {
      return new Surroundings(migratingRole, roles, searchPath, fewer);
    }
    throw AbsentExtension.of(answer, server, refusal).orElse(refusal);
  }

  private Surroundings with(String role, DbopsException refusal, ScratchServer server) {
    if (!server.isDisposable()) {
      throw new DbopsException(
          "The migrations name the role %s, which there is not on %s".formatted(role, server),
          "create it there (CREATE ROLE %s), or name another scratch server"
              .formatted(SqlIdentifier.quote(role)),
          refusal);
    }
    Set<String> more = new TreeSet<>(roles);
    if (!more.add(role)) {
      throw refusal;
    }
    return new Surroundings(migratingRole, more, searchPath, schemas);
  }

  private static SQLException answerOfServer(Throwable refusal) {
    for (Throwable cause = refusal; cause != null; cause = cause.getCause()) {
      if (cause instanceof SQLException answer) {
        return answer;
      }
    }
    return new SQLException();
  }

  /**
   * Makes a scratch database look like this to whoever connects to it from now on.
   *
   * @param disposable whether its server is thrown away afterwards, so that roles may be created
   * @return the role that migrations run as there
   * @throws DbopsException if the server refuses
   */
  String imitateIn(ScratchDatabase database, boolean disposable) {
    try (Connection connection = database.connection();
        Statement statement = connection.createStatement()) {
      if (disposable) {
        for (String role : roles) {
          create(statement, role);
        }
        create(statement, migratingRole);
        String quoted = SqlIdentifier.quote(migratingRole);
        statement.execute("ALTER ROLE %s SUPERUSER".formatted(quoted));
        statement.execute("SET ROLE " + quoted);
        set(statement, database, "role", SqlIdentifier.quoteLiteral(migratingRole));
      }
      for (String schema : schemas) {
        statement.execute("CREATE SCHEMA IF NOT EXISTS " + SqlIdentifier.quote(schema));
      }
      if (!searchPath.isEmpty()) {
        set(
            statement,
            database,
            "search_path",
            searchPath.stream().map(SqlIdentifier::quote).collect(Collectors.joining(", ")));
      }
      return disposable ? migratingRole : currentUser(statement);
    } catch (SQLException e) {
      throw new DbopsException(
          "The scratch database could not be made like the target: " + e.getMessage(),
          "name another scratch server",
          e);
    }
  }

  private static String currentUser(Statement statement) throws SQLException {
    try (ResultSet row = statement.executeQuery("SELECT current_user")) {
      row.next();
      return row.getString(1);
    }
  }

  /** Takes back what concerns connections; nothing of it is a part of the schema. */
  void forgetIn(ScratchDatabase database) {
    try {
      database.execute(
          "ALTER ROLE SESSION_USER IN DATABASE %s RESET ALL"
              .formatted(SqlIdentifier.quote(database.name())));
    } catch (SQLException e) {
      throw new DbopsException(
          "The settings of the scratch database could not be reset: " + e.getMessage(),
          "name another scratch server",
          e);
    }
  }

  private static void set(
      Statement statement, ScratchDatabase database, String setting, String value)
      throws SQLException {
    statement.execute(
        "ALTER ROLE SESSION_USER IN DATABASE %s SET %s = %s"
            .formatted(SqlIdentifier.quote(database.name()), setting, value));
  }

  /** Another replay on the same server may create it at the same time. */
  private static void create(Statement statement, String role) throws SQLException {
    try {
      statement.execute("CREATE ROLE " + SqlIdentifier.quote(role));
    } catch (SQLException e) {
      if (!THERE_ALREADY.contains(String.valueOf(e.getSQLState()))) {
        throw e;
      }
    }
  }
}
