package dev.dbops.migrate.catalog.kind;

import dev.dbops.migrate.catalog.snapshot.CatalogSnapshot;
import dev.dbops.migrate.catalog.snapshot.Fact;
import dev.dbops.migrate.catalog.snapshot.FactKey;
import dev.dbops.migrate.sql.SqlIdentifier;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** A table, partitioned ones and partitions too; its columns are made with it. */
final class TableKind implements CatalogKind {
  static final String NAME = "table";

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
               CASE c.relreplident WHEN 'n' THEN 'nothing' WHEN 'f' THEN 'full' WHEN 'i' THEN 'index'
               END AS "replica identity",
               c.relrowsecurity AS "row security",
               c.relforcerowsecurity AS "row security forced",
               CASE WHEN c.relkind = 'p' THEN pg_get_partkeydef(c.oid) END AS "partitioned by",
               CASE WHEN c.relispartition
                    THEN pg_get_expr(c.relpartbound, c.oid) END AS "partition bound",
               i.parents AS inherits,
               a.names AS members,
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
          LEFT JOIN (SELECT h.inhrelid,
                            string_agg(quote_ident(pn.nspname) || '.' || quote_ident(p.relname),
                                       ', ' ORDER BY h.inhseqno) AS parents
                       FROM pg_inherits h
                       JOIN pg_class p ON p.oid = h.inhparent AND p.relkind IN ('r', 'p', 'f')
                       JOIN pg_namespace pn ON pn.oid = p.relnamespace
                      GROUP BY h.inhrelid) i ON i.inhrelid = c.oid
          LEFT JOIN (SELECT attrelid, array_agg(attname::text ORDER BY attnum) AS names
                       FROM pg_attribute
                      WHERE attrelid >= 16384 AND attnum > 0 AND NOT attisdropped
                      GROUP BY attrelid) a ON a.attrelid = c.oid
         WHERE c.relkind IN ('r', 'p') AND c.oid >= 16384
        """;
  }

  @Override
  public String reference(FactKey key) {
    return "TABLE " + Ddl.name(key);
  }

  @Override
  public List<String> create(Fact table, CatalogSnapshot in) {
    StringBuilder sql = new StringBuilder("CREATE ");
    table.attribute("persistence").ifPresent(unlogged -> sql.append("UNLOGGED "));
    sql.append("TABLE ").append(Ddl.name(table.key()));
    Optional<String> bound = table.attribute("partition bound");
    if (bound.isPresent()) {
      sql.append(" PARTITION OF ").append(table.attribute("inherits").orElseThrow());
      sql.append(' ').append(bound.get());
    } else {
      sql.append(" (").append(columns(table, in)).append(')');
      table.attribute("inherits").ifPresent(of -> sql.append(" INHERITS (").append(of).append(')'));
    }
    table.attribute("partitioned by").ifPresent(by -> sql.append(" PARTITION BY ").append(by));
    table.attribute("access method").ifPresent(by -> sql.append(" USING ").append(by));
    table.attribute("tablespace").ifPresent(in2 -> sql.append(" TABLESPACE ").append(in2));
    return List.of(sql.toString());
  }

  private static String columns(Fact table, CatalogSnapshot in) {
    List<String> definitions = new ArrayList<>();
    for (String column : table.members()) {
      in.fact(table.key().part(ColumnKind.NAME, column))
          .ifPresent(fact -> definitions.add(ColumnKind.definition(fact)));
    }
    return definitions.stream().map(each -> "\n  " + each).collect(Collectors.joining(","));
  }

  @Override
  public Set<FactKey> createdWith(Fact table, CatalogSnapshot in) {
    Set<FactKey> keys = new HashSet<>();
    keys.add(table.key());
    in.in(ColumnKind.NAME, table.key().name()).forEach(column -> keys.add(column.key()));
    return keys;
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
        .whenMatches(name -> name.startsWith("option "), name -> alter + option(name, to))
        .statements();
  }

  private static String option(String attribute, Fact to) {
    String option = attribute.substring("option ".length()).replace("toast ", "toast.");
    return to.attribute(attribute)
        .map(value -> "SET (" + option + " = " + SqlIdentifier.quoteLiteral(value) + ")")
        .orElse("RESET (" + option + ")");
  }
}
