package dev.dbops.migrate.catalog.kind;

import dev.dbops.migrate.catalog.snapshot.CatalogSnapshot;
import dev.dbops.migrate.catalog.snapshot.Fact;
import dev.dbops.migrate.catalog.snapshot.FactKey;
import dev.dbops.migrate.sql.SqlIdentifier;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** A table, partitioned ones and partitions too; its columns are made with it. */
final class TableKind implements CatalogKind {
  static final String NAME = "table";
  private static final Set<String> IN_CREATE =
      Set.of("persistence", "partitioned by", "access method", "tablespace");

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public List<String> parents() {
    return List.of(SchemaKind.NAME);
  }

  @Override
  public String catalog() {
    return "pg_class";
  }

  @Override
  public String query() {
    return """
        SELECT c.oid,
               c.relnamespace AS parent,
               c.relname AS name,
               CASE c.relpersistence WHEN 'u' THEN 'unlogged' END AS persistence,
               NULLIF(m.amname, 'heap') AS "access method",
               s.spcname AS tablespace,
               CASE WHEN c.relreplident = 'f' THEN 'full'
                    WHEN c.relreplident = 'n'
                      OR c.relreplident = 'i' AND r.indexrelid IS NULL THEN 'nothing'
               END AS "replica identity",
               c.relrowsecurity AS "row security",
               c.relforcerowsecurity AS "row security forced",
               CASE WHEN c.relkind = 'p' THEN pg_get_partkeydef(c.oid) END AS "partitioned by",
               CASE WHEN c.reloftype <> 0 THEN format_type(c.reloftype, NULL) END AS "of type",
               c.reloptions AS option,
               t.reloptions AS "option toast",
               pg_get_userbyid(c.relowner) AS owner,
               c.relacl::text[] AS acl,
               CASE WHEN c.relacl IS NOT NULL
                    THEN acldefault('r', c.relowner)::text[] END AS "acl default"
          FROM pg_class c
          LEFT JOIN pg_am m ON m.oid = c.relam
          LEFT JOIN pg_tablespace s ON s.oid = c.reltablespace
          LEFT JOIN pg_class t ON t.oid = c.reltoastrelid AND t.reloptions IS NOT NULL
          LEFT JOIN pg_index r ON r.indrelid = c.oid AND r.indisreplident
         WHERE c.relkind IN ('r', 'p') AND c.oid >= 16384 AND c.relpersistence <> 't'
        """;
  }

  @Override
  public String reference(FactKey key) {
    return "TABLE " + Ddl.name(key);
  }

  /** A partition is dropped with its table. */
  @Override
  public Optional<FactKey> origin(FactKey key, CatalogSnapshot in) {
    return Inherited.partitioned(key, in);
  }

  @Override
  public List<String> create(Fact table, CatalogSnapshot in) {
    StringBuilder sql = new StringBuilder("CREATE ");
    table.attribute("persistence").ifPresent(unlogged -> sql.append("UNLOGGED "));
    sql.append("TABLE ").append(Ddl.name(table.key()));
    sql.append(" (").append(ColumnDefinition.all(table, in)).append(')');
    table.attribute("partitioned by").ifPresent(by -> sql.append(" PARTITION BY ").append(by));
    table
        .attribute("access method")
        .ifPresent(by -> sql.append(" USING ").append(SqlIdentifier.quote(by)));
    table
        .attribute("tablespace")
        .ifPresent(space -> sql.append(" TABLESPACE ").append(SqlIdentifier.quote(space)));
    List<String> statements = new ArrayList<>();
    statements.add(sql.toString());
    SortedMap<String, String> made = new TreeMap<>(table.attributes());
    made.keySet().removeIf(name -> !IN_CREATE.contains(name));
    alter(new Fact(table.key(), made, table.members()), table, in).ifPresent(statements::addAll);
    statements.addAll(ColumnDefinition.settings(table, in));
    return statements;
  }

  @Override
  public Set<FactKey> createdWith(Fact table, CatalogSnapshot in) {
    return ColumnDefinition.createdWith(table, in);
  }

  @Override
  public List<String> drop(Fact table, CatalogSnapshot in) {
    return List.of("DROP TABLE " + Ddl.name(table.key()));
  }

  @Override
  public boolean partsAreFacts() {
    return true;
  }

  @Override
  public boolean holdsData() {
    return true;
  }

  @Override
  public Optional<List<String>> alter(Fact from, Fact to, CatalogSnapshot in) {
    String alter = "ALTER TABLE " + Ddl.name(to.key()) + " ";
    return Alteration.of(from, to)
        .withoutMembers()
        .when(
            "persistence",
            unlogged -> alter + (unlogged.isPresent() ? "SET UNLOGGED" : "SET LOGGED"))
        .when(
            "access method",
            by -> alter + "SET ACCESS METHOD " + SqlIdentifier.quote(by.orElse("heap")))
        .when(
            "tablespace",
            space -> alter + "SET TABLESPACE " + SqlIdentifier.quote(space.orElse("pg_default")))
        .when(
            "row security",
            on -> alter + (on.isPresent() ? "ENABLE" : "DISABLE") + " ROW LEVEL SECURITY")
        .when(
            "row security forced",
            on -> alter + (on.isPresent() ? "" : "NO ") + "FORCE ROW LEVEL SECURITY")
        .when(
            "replica identity",
            with -> alter + "REPLICA IDENTITY " + with.orElse("default").toUpperCase(Locale.ROOT))
        .when("of type", type -> alter + type.map(of -> "OF " + of).orElse("NOT OF"))
        .whenMatches(name -> name.startsWith("option "), name -> alter + Ddl.option(name, to))
        .statements();
  }
}
