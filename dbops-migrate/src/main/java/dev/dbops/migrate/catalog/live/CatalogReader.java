package dev.dbops.migrate.catalog.live;

import dev.dbops.migrate.catalog.kind.CatalogKind;
import dev.dbops.migrate.catalog.kind.FactKinds;
import dev.dbops.migrate.catalog.kind.SecurityLabelKind;
import dev.dbops.migrate.catalog.snapshot.CatalogSnapshot;
import dev.dbops.migrate.catalog.snapshot.Fact;
import dev.dbops.migrate.error.DbopsException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * Reads the catalogs of a live database: one query for each kind of thing, whatever their number,
 * in one read-only transaction that sees one moment. Needs no rights but to connect. Immutable and
 * thread-safe.
 */
public final class CatalogReader {
  private static final int ATTEMPTS = 10;
  private static final String INTERNAL_ERROR = "XX000";

  private final Duration lockTimeout;
  private final Duration statementTimeout;
  private final boolean strict;

  private CatalogReader(Duration lockTimeout, Duration statementTimeout, boolean strict) {
    this.lockTimeout = lockTimeout;
    this.statementTimeout = statementTimeout;
    this.strict = strict;
  }

  /** Waits for no lock longer than 2 seconds and for no query longer than a minute. */
  public static CatalogReader create() {
    return new CatalogReader(Duration.ofSeconds(2), Duration.ofMinutes(1), false);
  }

  /** A reader that waits for no query longer than this. */
  public CatalogReader within(Duration limit) {
    return new CatalogReader(lockTimeout, limit, strict);
  }

  /** A reader that fails where another says that there is something that it does not know. */
  public CatalogReader strict() {
    return new CatalogReader(lockTimeout, statementTimeout, true);
  }

  /**
   * Reads a database in a connection of its own, whose settings are afterwards as they were.
   *
   * @throws DbopsException if a strict reader finds something unknown, if it cannot be read, or
   *     changes so often that no two readings agree
   */
  public CatalogSnapshot read(DataSource database) {
    try (Connection connection = database.getConnection()) {
      boolean autoCommit = connection.getAutoCommit();
      connection.setAutoCommit(false);
      CatalogSnapshot snapshot;
      try (Statement statement = connection.createStatement()) {
        snapshot = readUnchanged(connection, statement);
      } catch (SQLException | RuntimeException e) {
        try {
          connection.rollback();
          connection.setAutoCommit(autoCommit);
        } catch (SQLException lost) {
          e.addSuppressed(lost);
        }
        throw e;
      }
      connection.rollback();
      connection.setAutoCommit(autoCommit);
      return snapshot;
    } catch (SQLException e) {
      throw new DbopsException(
          "The catalogs could not be read: " + e.getMessage(),
          "check that the server runs and that the role may connect",
          e);
    }
  }

  /**
   * Where the server puts a definition into words it takes the newest catalogs, whatever the
   * transaction sees; of what is gone it knows nothing. What was read is of one moment only if that
   * lasted until all of it was read.
   */
  private CatalogSnapshot readUnchanged(Connection connection, Statement statement)
      throws SQLException {
    prepare(statement);
    for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
      CatalogMoment moment = CatalogMoment.now(statement);
      @Nullable CatalogSnapshot snapshot = null;
      @Nullable SQLException failure = null;
      try {
        snapshot = read(connection, statement);
      } catch (SQLException e) {
        failure = e;
      }
      connection.rollback();
      prepare(statement);
      boolean lasted = moment.lasts(statement);
      if (failure != null && lasted && (!isOfServer(failure) || attempt == ATTEMPTS - 1)) {
        throw failure;
      }
      if (lasted && snapshot != null) {
        refuseUnseen(snapshot);
        return snapshot;
      }
    }
    throw new DbopsException(
        "The schema of the database changed while it was read, %d times".formatted(ATTEMPTS),
        "read it when no migration or other DDL is running");
  }

  /** What it says where it does not find what it has just seen, a temporary thing for one. */
  private static boolean isOfServer(SQLException failure) {
    return INTERNAL_ERROR.equals(failure.getSQLState());
  }

  private void refuseUnseen(CatalogSnapshot snapshot) {
    if (strict && !snapshot.unseen().isEmpty()) {
      throw new DbopsException(
          "The database has what dbops does not know: " + String.join("; ", snapshot.unseen()),
          "drop it, or read the database without the strict mode");
    }
  }

  private static CatalogSnapshot read(Connection connection, Statement statement)
      throws SQLException {
    int major = connection.getMetaData().getDatabaseMajorVersion();
    Facts facts = new Facts(membersOfExtensions(statement));
    for (CatalogKind kind : FactKinds.ofCatalogs()) {
      if (mayRead(kind, statement)) {
        read(kind, statement, major, facts);
      }
    }
    readComments(statement, facts);
    readSecurityLabels(statement, facts);
    readStandIns(statement, facts);
    readDependencies(statement, major, facts);
    return facts.snapshot(major, Unseen.find(statement, facts));
  }

  /**
   * A database that was created a second ago has no statistics, and the planner, which takes every
   * catalog for small, would loop over them within one another.
   */
  private void prepare(Statement statement) throws SQLException {
    statement.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ READ ONLY");
    statement.execute(
        """
        SELECT set_config(name, value, true)
          FROM (VALUES ('search_path', ''),
                       ('lock_timeout', '%d'),
                       ('statement_timeout', '%d'),
                       ('jit', 'off'),
                       ('enable_nestloop', 'off'),
                       ('quote_all_identifiers', 'off'),
                       ('standard_conforming_strings', 'on'),
                       ('DateStyle', 'ISO'),
                       ('IntervalStyle', 'postgres'),
                       ('TimeZone', 'UTC'),
                       ('bytea_output', 'hex'),
                       ('extra_float_digits', '1')) AS s (name, value)
        """
            .formatted(lockTimeout.toMillis(), statementTimeout.toMillis()));
    statement.setFetchSize(1000);
  }

  private static Set<Address> membersOfExtensions(Statement statement) throws SQLException {
    Set<Address> members = new HashSet<>();
    try (ResultSet row =
        statement.executeQuery(
            """
            SELECT d.classid::regclass::text, d.objid
              FROM pg_depend d
             WHERE d.deptype = 'e'
            """)) {
      while (row.next()) {
        members.add(new Address(row.getString(1), row.getLong(2), 0));
      }
    }
    return members;
  }

  private static boolean mayRead(CatalogKind kind, Statement statement) throws SQLException {
    if (kind.mayRead().isEmpty()) {
      return true;
    }
    try (ResultSet row = statement.executeQuery("SELECT " + kind.mayRead())) {
      return row.next() && row.getBoolean(1);
    }
  }

  private static void read(CatalogKind kind, Statement statement, int major, Facts facts)
      throws SQLException {
    try (ResultSet row = statement.executeQuery(VersionedSql.forMajor(kind.query(), major))) {
      KindReader reader = new KindReader(kind, row, facts);
      while (row.next()) {
        reader.read();
      }
    }
  }

  private static void readComments(Statement statement, Facts facts) throws SQLException {
    try (ResultSet row =
        statement.executeQuery(
            """
            SELECT d.classoid::regclass::text, d.objoid, d.objsubid, d.description
              FROM pg_description d
             WHERE d.objoid >= 16384 OR d.classoid = 'pg_namespace'::regclass
            """)) {
      while (row.next()) {
        String text = row.getString(4);
        facts
            .at(new Address(row.getString(1), row.getLong(2), row.getInt(3)))
            .ifPresent(key -> facts.add(Fact.of(key.about("comment"), Map.of("text", text))));
      }
    }
  }

  private static void readSecurityLabels(Statement statement, Facts facts) throws SQLException {
    try (ResultSet row =
        statement.executeQuery(
            """
            SELECT l.classoid::regclass::text, l.objoid, l.objsubid, l.provider, l.label
              FROM pg_seclabel l
            """)) {
      while (row.next()) {
        String provider = row.getString(4);
        String label = row.getString(5);
        facts
            .at(new Address(row.getString(1), row.getLong(2), row.getInt(3)))
            .ifPresent(key -> facts.add(SecurityLabelKind.fact(key, provider, label)));
      }
    }
  }

  /**
   * What the server makes along with a thing and others may depend on: the type of a table's rows,
   * the type of arrays of a type, an entry of an operator class.
   */
  private static void readStandIns(Statement statement, Facts facts) throws SQLException {
    try (ResultSet row =
        statement.executeQuery(
            """
            SELECT d.classid::regclass::text, d.objid,
                   d.refclassid::regclass::text, d.refobjid, d.refobjsubid
              FROM pg_depend d
              LEFT JOIN pg_type t ON d.classid = 'pg_type'::regclass AND t.oid = d.objid
             WHERE d.deptype IN ('i', 'a') AND d.objid >= 16384
               AND d.classid IN ('pg_type'::regclass, 'pg_amop'::regclass, 'pg_amproc'::regclass,
                                 'pg_proc'::regclass, 'pg_cast'::regclass)
               AND (d.deptype = 'i' OR d.refclassid = 'pg_opfamily'::regclass)
             ORDER BY t.typelem <> 0
            """)) {
      while (row.next()) {
        Address standIn = new Address(row.getString(1), row.getLong(2), 0);
        Address thing = new Address(row.getString(3), row.getLong(4), row.getInt(5));
        if (facts.at(standIn).isEmpty()) {
          facts.at(thing).ifPresent(key -> facts.know(standIn, key));
        }
      }
    }
  }

  /** Of a rule, a default and the like, the thing that they are a part of is what depends. */
  private static void readDependencies(Statement statement, int major, Facts facts)
      throws SQLException {
    try (ResultSet row =
        statement.executeQuery(
            VersionedSql.forMajor(
                """
                SELECT COALESCE(CASE WHEN r.oid IS NOT NULL THEN 'pg_class' END,
                                CASE WHEN a.oid IS NOT NULL THEN 'pg_class' END,
                                d.classid::regclass::text),
                       COALESCE(r.ev_class, a.adrelid, d.objid),
                       COALESCE(a.adnum, d.objsubid),
                       d.refclassid::regclass::text, d.refobjid, d.refobjsubid
                  FROM pg_depend d
                  LEFT JOIN pg_rewrite r ON d.classid = 'pg_rewrite'::regclass AND r.oid = d.objid
                                        AND r.rulename = '_RETURN'
                  LEFT JOIN pg_attrdef a ON d.classid = 'pg_attrdef'::regclass AND a.oid = d.objid
                 WHERE d.refobjid >= 16384
                   AND (d.deptype = 'n'
                        OR d.deptype = 'a' AND d.classid IN ('pg_opclass'::regclass,
                                                             'pg_amop'::regclass,
                                                             'pg_amproc'::regclass,
                                                             'pg_statistic_ext'::regclass)
                        OR d.deptype = 'a' AND d.objsubid > 0 AND d.refobjsubid > 0 -- before 15
                       )
                   AND NOT EXISTS (SELECT FROM pg_inherits i
                                    WHERE i.inhrelid = d.objid AND i.inhparent = d.refobjid)
                """,
                major))) {
      while (row.next()) {
        Address dependent = new Address(row.getString(1), row.getLong(2), row.getInt(3));
        Address on = new Address(row.getString(4), row.getLong(5), row.getInt(6));
        facts
            .standingAt(dependent)
            .ifPresent(
                key -> facts.standingAt(on).ifPresent(other -> facts.addDependency(key, other)));
      }
    }
  }
}
