package dev.dbops.migrate.catalog.kind;

import dev.dbops.migrate.catalog.snapshot.CatalogSnapshot;
import dev.dbops.migrate.catalog.snapshot.Fact;
import dev.dbops.migrate.catalog.snapshot.FactKey;
import dev.dbops.migrate.sql.SqlIdentifier;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** A materialized view. Its rows can be had again from its definition. */
final class MaterializedViewKind implements CatalogKind {
  static final String NAME = "materialized view";
  private static final String ACCESS_METHOD = "access method";
  private static final String TABLESPACE = "tablespace";
  private static final String NOT_POPULATED = "not populated";
  private static final String OPTION = "option ";

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
               rtrim(pg_get_viewdef(c.oid), ';') AS definition,
               NULLIF(m.amname, 'heap') AS "access method",
               s.spcname AS tablespace,
               NOT c.relispopulated AS "not populated",
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
         WHERE c.relkind = 'm' AND c.oid >= 16384
        """;
  }

  @Override
  public String reference(FactKey key) {
    return "MATERIALIZED VIEW " + Ddl.name(key);
  }

  @Override
  public String grantReference(FactKey key) {
    return "TABLE " + Ddl.name(key);
  }

  @Override
  public List<String> create(Fact fact, CatalogSnapshot in) {
    List<String> statements = new ArrayList<>();
    statements.add(
        "CREATE MATERIALIZED VIEW %s%s%s AS %s%s"
            .formatted(
                Ddl.name(fact.key()),
                fact.attribute(ACCESS_METHOD)
                    .map(by -> " USING " + SqlIdentifier.quote(by))
                    .orElse(""),
                fact.attribute(TABLESPACE)
                    .map(space -> " TABLESPACE " + SqlIdentifier.quote(space))
                    .orElse(""),
                fact.attribute("definition").orElseThrow(),
                fact.is(NOT_POPULATED) ? "\nWITH NO DATA" : ""));
    SortedMap<String, String> made = new TreeMap<>(fact.attributes());
    made.keySet().removeIf(name -> name.startsWith(OPTION));
    alter(Fact.of(fact.key(), made), fact, in).ifPresent(statements::addAll);
    return statements;
  }

  @Override
  public List<String> drop(Fact fact, CatalogSnapshot in) {
    return List.of("DROP " + reference(fact.key()));
  }

  @Override
  public Optional<List<String>> alter(Fact from, Fact to, CatalogSnapshot in) {
    String alter = "ALTER " + reference(to.key()) + " ";
    Alteration alteration = Alteration.of(from, to);
    if (in.majorVersion() >= 15) {
      alteration.when(
          ACCESS_METHOD,
          by -> alter + "SET ACCESS METHOD " + SqlIdentifier.quote(by.orElse("heap")));
    }
    return alteration
        .when(
            TABLESPACE,
            space -> alter + "SET TABLESPACE " + SqlIdentifier.quote(space.orElse("pg_default")))
        .whenMatches(name -> name.startsWith(OPTION), name -> alter + Ddl.option(name, to))
        .when(
            NOT_POPULATED,
            empty ->
                "REFRESH %s%s"
                    .formatted(reference(to.key()), empty.isPresent() ? " WITH NO DATA" : ""))
        .statements();
  }
}
