package dev.dbops.migrate.catalog.kind;

import dev.dbops.migrate.catalog.snapshot.CatalogSnapshot;
import dev.dbops.migrate.catalog.snapshot.Fact;
import dev.dbops.migrate.catalog.snapshot.FactKey;
import java.util.List;

/** A column of a table, a foreign table or a composite type. */
final class ColumnKind implements CatalogKind {
  static final String NAME = "column";
  static final List<String> TABLES = List.of(TableKind.NAME, "foreign table");

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public List<String> parents() {
    return TABLES;
  }

  @Override
  public String catalog() {
    return "pg_class";
  }

  @Override
  public String query() {
    return """
        SELECT a.attrelid AS oid,
               a.attnum AS subid,
               a.attrelid AS parent,
               a.attname AS name,
               c.relkind NOT IN ('r', 'p', 'f') AS hidden,
               format_type(a.atttypid, a.atttypmod) AS type,
               CASE WHEN a.attcollation <> t.typcollation
                    THEN quote_ident(ln.nspname) || '.' || quote_ident(l.collname) END AS collation,
               a.attnotnull AS "not null",                              -- before 18
               CASE WHEN a.attgenerated = '' THEN pg_get_expr(d.adbin, d.adrelid) END AS "default",
               CASE WHEN a.attgenerated <> '' THEN pg_get_expr(d.adbin, d.adrelid) END AS generated,
               CASE a.attgenerated WHEN 's' THEN 'stored' WHEN 'v' THEN 'virtual' END AS "generated as",
               CASE a.attidentity WHEN 'a' THEN 'always' WHEN 'd' THEN 'by default' END AS identity,
               CASE WHEN a.attstorage <> t.typstorage
                    THEN CASE a.attstorage WHEN 'p' THEN 'plain' WHEN 'e' THEN 'external'
                                           WHEN 'm' THEN 'main' ELSE 'extended' END END AS storage,
               CASE a.attcompression WHEN 'p' THEN 'pglz' WHEN 'l' THEN 'lz4' END AS compression, -- since 14
               NULLIF(a.attstattarget, -1) AS "statistics target",
               a.attoptions AS option,
               a.attfdwoptions AS "foreign option",
               a.attinhcount > 0 AND NOT a.attislocal AS inherited,
               a.attacl::text[] AS acl,
               CASE WHEN a.attacl IS NOT NULL
                    THEN acldefault('c', c.relowner)::text[] END AS "acl default"
          FROM pg_attribute a
          JOIN pg_class c ON c.oid = a.attrelid
          JOIN pg_type t ON t.oid = a.atttypid
          LEFT JOIN pg_attrdef d ON d.adrelid = a.attrelid AND d.adnum = a.attnum
          LEFT JOIN pg_collation l ON l.oid = a.attcollation AND a.attcollation <> t.typcollation
          LEFT JOIN pg_namespace ln ON ln.oid = l.collnamespace
         WHERE a.attrelid >= 16384 AND a.attnum > 0 AND NOT a.attisdropped
           AND c.relkind IN ('r', 'p', 'f', 'v', 'm', 'c')
        """;
  }

  /** As it stands in CREATE TABLE and after ADD COLUMN. */
  static String definition(Fact column) {
    StringBuilder sql = new StringBuilder(Ddl.quoted(column.key()));
    sql.append(' ').append(column.attribute("type").orElseThrow());
    column.attribute("collation").ifPresent(name -> sql.append(" COLLATE ").append(name));
    column.attribute("default").ifPresent(value -> sql.append(" DEFAULT ").append(value));
    column
        .attribute("generated")
        .ifPresent(
            expression ->
                sql.append(" GENERATED ALWAYS AS (")
                    .append(expression)
                    .append(") ")
                    .append(
                        column
                            .attribute("generated as")
                            .orElse("stored")
                            .toUpperCase(java.util.Locale.ROOT)));
    column
        .attribute("identity")
        .ifPresent(
            when ->
                sql.append(" GENERATED ")
                    .append(when.toUpperCase(java.util.Locale.ROOT))
                    .append(" AS IDENTITY"));
    if (column.is("not null")) {
      sql.append(" NOT NULL");
    }
    return sql.toString();
  }

  @Override
  public String reference(FactKey key) {
    return "COLUMN " + Ddl.name(key);
  }

  @Override
  public List<String> create(Fact column, CatalogSnapshot in) {
    return List.of(
        "ALTER TABLE %s ADD COLUMN %s".formatted(Ddl.container(column), definition(column)));
  }

  @Override
  public List<String> drop(Fact column, CatalogSnapshot in) {
    return List.of(
        "ALTER TABLE %s DROP COLUMN %s".formatted(Ddl.container(column), Ddl.quoted(column.key())));
  }

  @Override
  public boolean holdsData() {
    return true;
  }
}
