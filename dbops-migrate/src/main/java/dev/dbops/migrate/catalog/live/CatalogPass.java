package dev.dbops.migrate.catalog.live;

import dev.dbops.migrate.catalog.kind.CatalogKind;
import dev.dbops.migrate.catalog.kind.FactKinds;
import dev.dbops.migrate.catalog.kind.SecurityLabelKind;
import dev.dbops.migrate.catalog.snapshot.CatalogSnapshot;
import dev.dbops.migrate.catalog.snapshot.Fact;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/** One pass over the catalogs, in a transaction that somebody else has begun and ends. */
final class CatalogPass {
  private final Statement statement;
  private final int major;
  private final boolean positions;
  private final CatalogNames names;
  private final Facts facts;
  private final boolean damaged;
  private final SortedSet<String> untold = new TreeSet<>();

  private CatalogPass(Statement statement, int major, boolean positions, boolean damaged)
      throws SQLException {
    this.statement = statement;
    this.major = major;
    this.positions = positions;
    this.damaged = damaged;
    names = CatalogNames.read(statement);
    facts = new Facts(membersOfExtensions(statement, names));
  }

  /**
   * Reads all kinds.
   *
   * @param positions whether how far sequences have counted is read as well
   * @param damaged whether to go on where the server fails on some things, which is slow
   */
  static CatalogSnapshot read(Statement statement, int major, boolean positions, boolean damaged)
      throws SQLException {
    return new CatalogPass(statement, major, positions, damaged).read();
  }

  private CatalogSnapshot read() throws SQLException {
    for (CatalogKind kind : FactKinds.ofCatalogs()) {
      if (mayRead(kind)) {
        read(kind);
      }
    }
    if (positions) {
      read(FactKinds.ofPositions());
    }
    readComments();
    readSecurityLabels();
    readStandIns();
    readDependencies();
    untold.addAll(Unseen.find(statement, facts));
    if (positions) {
      untold.addAll(UnreadablePositions.find(statement));
    }
    return facts.snapshot(major, List.copyOf(untold));
  }

  private static Set<Address> membersOfExtensions(Statement statement, CatalogNames names)
      throws SQLException {
    Set<Address> members = new HashSet<>();
    try (ResultSet row =
        statement.executeQuery(
            """
            SELECT d.classid, d.objid, 0
              FROM pg_depend d
             WHERE d.deptype = 'e'
            """)) {
      while (row.next()) {
        members.add(names.address(row, 1));
      }
    }
    return members;
  }

  private boolean mayRead(CatalogKind kind) throws SQLException {
    if (kind.mayRead().isEmpty()) {
      return true;
    }
    try (ResultSet row = statement.executeQuery("SELECT " + kind.mayRead())) {
      return row.next() && row.getBoolean(1);
    }
  }

  private void read(CatalogKind kind) throws SQLException {
    String query = VersionedSql.forMajor(kind.query(), major);
    if (damaged) {
      untold.addAll(DamagedThings.read(statement, kind, query, facts));
      return;
    }
    try (ResultSet row = statement.executeQuery(query)) {
      KindReader reader = new KindReader(kind, row, facts);
      while (row.next()) {
        reader.read();
      }
    }
  }

  private void readComments() throws SQLException {
    try (ResultSet row =
        statement.executeQuery(
            """
            SELECT d.classoid, d.objoid, d.objsubid, d.description
              FROM pg_description d
             WHERE d.objoid >= 16384 OR d.classoid = 'pg_namespace'::regclass
             UNION ALL
            SELECT s.classoid, s.objoid, 0, s.description
              FROM pg_shdescription s
              JOIN pg_database b ON s.classoid = 'pg_database'::regclass AND b.oid = s.objoid
             WHERE b.datname = current_database()
            """)) {
      while (row.next()) {
        String text = row.getString(4);
        facts
            .at(names.address(row, 1))
            .ifPresent(key -> facts.add(Fact.of(key.about("comment"), Map.of("text", text))));
      }
    }
  }

  private void readSecurityLabels() throws SQLException {
    try (ResultSet row =
        statement.executeQuery(
            """
            SELECT l.classoid, l.objoid, l.objsubid, l.provider, l.label
              FROM pg_seclabel l
             UNION ALL
            SELECT s.classoid, s.objoid, 0, s.provider, s.label
              FROM pg_shseclabel s
              JOIN pg_database b ON s.classoid = 'pg_database'::regclass AND b.oid = s.objoid
             WHERE b.datname = current_database()
            """)) {
      while (row.next()) {
        String provider = row.getString(4);
        String label = row.getString(5);
        facts
            .at(names.address(row, 1))
            .ifPresent(key -> facts.add(SecurityLabelKind.fact(key, provider, label)));
      }
    }
  }

  /**
   * What the server makes along with a thing and others may depend on: the type of a table's rows,
   * the type of arrays of a type, an entry of an operator class.
   */
  private void readStandIns() throws SQLException {
    try (ResultSet row =
        statement.executeQuery(
            """
            SELECT d.classid, d.objid, 0, d.refclassid, d.refobjid, d.refobjsubid
              FROM pg_depend d
              LEFT JOIN pg_type t ON d.classid = 'pg_type'::regclass AND t.oid = d.objid
             WHERE d.deptype IN ('i', 'a') AND d.objid >= 16384
               AND d.classid IN ('pg_type'::regclass, 'pg_amop'::regclass, 'pg_amproc'::regclass,
                                 'pg_proc'::regclass, 'pg_cast'::regclass)
               AND (d.deptype = 'i' OR d.refclassid = 'pg_opfamily'::regclass)
             ORDER BY t.typelem <> 0
            """)) {
      while (row.next()) {
        Address standIn = names.address(row, 1);
        Address thing = names.address(row, 4);
        if (facts.at(standIn).isEmpty()) {
          facts.at(thing).ifPresent(key -> facts.know(standIn, key));
        }
      }
    }
  }

  /** Of a rule, a default and the like, the thing that they are a part of is what depends. */
  private void readDependencies() throws SQLException {
    try (ResultSet row =
        statement.executeQuery(
            VersionedSql.forMajor(
                """
            SELECT CASE WHEN r.oid IS NULL AND a.oid IS NULL THEN d.classid
                        ELSE 'pg_class'::regclass::oid END,
                   COALESCE(r.ev_class, a.adrelid, d.objid),
                   COALESCE(a.adnum, d.objsubid),
                   d.refclassid, d.refobjid, d.refobjsubid
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
        Address dependent = names.address(row, 1);
        Address on = names.address(row, 4);
        facts
            .standingAt(dependent)
            .ifPresent(
                key -> facts.standingAt(on).ifPresent(other -> facts.addDependency(key, other)));
      }
    }
  }
}
