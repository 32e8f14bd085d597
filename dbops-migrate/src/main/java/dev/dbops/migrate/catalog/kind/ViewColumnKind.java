package dev.dbops.migrate.catalog.kind;

import dev.dbops.migrate.catalog.snapshot.CatalogSnapshot;
import dev.dbops.migrate.catalog.snapshot.Fact;
import dev.dbops.migrate.catalog.snapshot.FactKey;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What is set of a column of a view or a materialized view. A column of which nothing is set is no
 * fact: the definition of the view tells of it.
 */
final class ViewColumnKind implements CatalogKind {
  static final String NAME = "view column";

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public List<String> parents() {
    return List.of(ViewKind.NAME, MaterializedViewKind.NAME);
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
               NOT a.atthasdef AND COALESCE(a.attstattarget, -1) = -1 AND a.attoptions IS NULL
                 AND a.attcompression = '' -- since 14
                 AND (c.relkind = 'v' OR a.attstorage = t.typstorage) AS hidden,
               CASE WHEN a.atthasdef
                    THEN (SELECT pg_get_expr(d.adbin, d.adrelid)
                            FROM pg_attrdef d
                           WHERE d.adrelid = a.attrelid AND d.adnum = a.attnum) END AS "default",
               CASE t.typstorage WHEN 'e' THEN 'external' WHEN 'm' THEN 'main'
                    WHEN 'x' THEN 'extended' END AS "sql storage",
               CASE WHEN c.relkind = 'm' AND a.attstorage <> t.typstorage
                    THEN CASE a.attstorage WHEN 'p' THEN 'plain' WHEN 'e' THEN 'external'
                                           WHEN 'm' THEN 'main' ELSE 'extended' END END AS storage,
               CASE a.attcompression WHEN 'p' THEN 'pglz' WHEN 'l' THEN 'lz4' END AS compression, -- since 14
               NULLIF(a.attstattarget, -1) AS "statistics target",
               a.attoptions AS option,
               a.attacl::text[] AS acl,
               CASE WHEN a.attacl IS NOT NULL THEN pg_get_userbyid(c.relowner) END AS "acl owner",
               CASE WHEN a.attacl IS NOT NULL
                    THEN acldefault('c', c.relowner)::text[] END AS "acl default"
          FROM pg_attribute a
          JOIN pg_class c ON c.oid = a.attrelid
          JOIN pg_type t ON t.oid = a.atttypid
         WHERE a.attrelid = ANY (ARRAY (SELECT v.oid
                                          FROM pg_class v
                                         WHERE v.relkind IN ('v', 'm') AND v.oid >= 16384
                                           AND v.relpersistence <> 't'))
           AND a.attnum > 0 AND NOT a.attisdropped
        """;
  }

  @Override
  public String reference(FactKey key) {
    return "COLUMN " + Ddl.name(key);
  }

  @Override
  public String grantReference(FactKey key) {
    return "TABLE " + Ddl.name(key.container());
  }

  @Override
  public String privilege(String name, FactKey key) {
    return name + " (" + Ddl.quoted(key) + ")";
  }

  /** Nothing is set of the column of another name. */
  @Override
  public Optional<String> rename(FactKey from, FactKey to) {
    return Optional.empty();
  }

  @Override
  public List<String> create(Fact fact, CatalogSnapshot in) {
    return alter(Fact.of(fact.key(), Map.of()), fact, in).orElseThrow();
  }

  @Override
  public List<String> drop(Fact fact, CatalogSnapshot in) {
    Fact bare =
        Fact.of(
            fact.key(),
            fact.attribute("sql storage").map(how -> Map.of("sql storage", how)).orElse(Map.of()));
    return alter(fact, bare, in).orElseThrow();
  }

  @Override
  public Optional<List<String>> alter(Fact from, Fact to, CatalogSnapshot in) {
    boolean materialized =
        in.fact(new FactKey(MaterializedViewKind.NAME, to.key().container())).isPresent();
    String column =
        "ALTER %s %s ALTER COLUMN %s "
            .formatted(
                materialized ? "MATERIALIZED VIEW" : "VIEW",
                Ddl.container(to),
                Ddl.quoted(to.key()));
    return Alteration.of(from, to)
        .when(
            "default",
            value -> column + value.map(set -> "SET DEFAULT " + set).orElse("DROP DEFAULT"))
        .when(
            "storage",
            how ->
                column + "SET STORAGE " + how.or(() -> to.attribute("sql storage")).orElse("plain"))
        .when("compression", how -> column + "SET COMPRESSION " + how.orElse("default"))
        .when("statistics target", target -> column + "SET STATISTICS " + target.orElse("-1"))
        .whenMatches(name -> name.startsWith("option "), name -> column + Ddl.option(name, to))
        .statements();
  }
}
