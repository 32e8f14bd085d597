package dev.dbops.migrate.catalog.kind;

import dev.dbops.migrate.catalog.snapshot.CatalogSnapshot;
import dev.dbops.migrate.catalog.snapshot.Fact;
import dev.dbops.migrate.catalog.snapshot.FactKey;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** An index; that of a constraint is a part of the constraint. */
final class IndexKind implements CatalogKind {
  static final String NAME = "index";

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public List<String> parents() {
    return List.of(TableKind.NAME, MaterializedViewKind.NAME);
  }

  @Override
  public String catalog() {
    return "pg_class";
  }

  /**
   * The columns, with all that is said of each, stand in the definition between what the catalogs
   * tell as well. Without the offset the server would write the definition wherever it is named.
   */
  @Override
  public String query() {
    return """
        SELECT x.oid, x.parent, x.name, x.hidden,
               x."unique",
               NULLIF(x.method, 'btree') AS method,
               substr(x.definition, length(x.head) + 1,
                      length(x.definition) - length(x.head) - 1
                      - length(COALESCE(' INCLUDE (' || x.include || ')', ''))
                      - CASE WHEN x."nulls not distinct" THEN length(' NULLS NOT DISTINCT') ELSE 0 END
                      - length(COALESCE(' WITH (' || x.parameters || ')', ''))
                      - length(COALESCE(' WHERE ' || x.predicate, ''))) AS columns,
               x.include, x."nulls not distinct", x.predicate, x.option, x.tablespace,
               x.clustered, x."replica identity", x."statistics target",
               NOT x.valid AND x.relkind = 'i' AS invalid,
               NOT x.valid AND x.relkind = 'I' AS incomplete,
               x."not ready",
               CASE WHEN x.relkind = 'I' AND x.valid
                    THEN replace(x.definition, ' ON ONLY ' || x.relation, ' ON ' || x.relation)
                    ELSE x.definition END AS "sql definition",
               x."sql parent"
          FROM (SELECT c.oid,
                       i.indrelid AS parent,
                       c.relname AS name,
                       k.oid IS NOT NULL AS hidden,
                       c.relkind,
                       i.indisunique AS "unique",
                       m.amname AS method,
                       i.indrelid::regclass::text AS relation,
                       CASE WHEN k.oid IS NULL THEN pg_get_indexdef(c.oid) END AS definition,
                       'CREATE ' || CASE WHEN i.indisunique THEN 'UNIQUE ' ELSE '' END
                         || 'INDEX ' || quote_ident(c.relname) || ' ON '
                         || CASE WHEN c.relkind = 'I' THEN 'ONLY ' ELSE '' END
                         || i.indrelid::regclass::text || ' USING ' || quote_ident(m.amname) || ' (' AS head,
                       CASE WHEN i.indnatts > i.indnkeyatts AND k.oid IS NULL
                            THEN (SELECT string_agg(pg_get_indexdef(c.oid, n, false), ', '
                                                    ORDER BY n)
                                    FROM generate_series(i.indnkeyatts + 1, i.indnatts) AS n)
                       END AS include,
                       false AS "nulls not distinct", -- before 15
                       i.indnullsnotdistinct AS "nulls not distinct", -- since 15
                       CASE WHEN c.reloptions IS NOT NULL
                            THEN (SELECT string_agg(
                                           quote_ident(split_part(o, '=', 1)) || '='
                                           || CASE WHEN quote_ident(v) = v THEN v
                                                   ELSE quote_literal(v) END, ', ' ORDER BY n)
                                    FROM unnest(c.reloptions) WITH ORDINALITY AS u (o, n),
                                         substr(o, strpos(o, '=') + 1) AS v)
                       END AS parameters,
                       CASE WHEN i.indpred IS NOT NULL
                            THEN pg_get_expr(i.indpred, i.indrelid) END AS predicate,
                       c.reloptions AS option,
                       CASE WHEN c.reltablespace <> 0
                            THEN (SELECT s.spcname FROM pg_tablespace s
                                   WHERE s.oid = c.reltablespace) END AS tablespace,
                       i.indisclustered AS clustered,
                       i.indisreplident AS "replica identity",
                       CASE WHEN i.indexprs IS NOT NULL
                            THEN NULLIF(ARRAY(SELECT a.attnum || '=' || a.attstattarget
                                                FROM pg_attribute a
                                               WHERE a.attrelid = c.oid AND a.attstattarget >= 0
                                               ORDER BY a.attnum), '{}')
                       END AS "statistics target",
                       i.indisvalid AS valid,
                       NOT i.indisready AS "not ready",
                       CASE WHEN c.relispartition
                            THEN (SELECT pc.relname FROM pg_class pc
                                   WHERE pc.oid = (SELECT h.inhparent FROM pg_inherits h
                                                    WHERE h.inhrelid = c.oid))
                       END AS "sql parent"
                  FROM pg_index i
                  JOIN pg_class c ON c.oid = i.indexrelid
                  JOIN pg_am m ON m.oid = c.relam
                  LEFT JOIN pg_constraint k ON k.conindid = c.oid AND k.conrelid = i.indrelid
                                           AND k.contype IN ('p', 'u', 'x')
                 WHERE c.oid >= 16384 AND c.relnamespace <> 'pg_toast'::regnamespace
                   AND c.relpersistence <> 't'
                OFFSET 0) x
        """;
  }

  @Override
  public String reference(FactKey key) {
    return "INDEX " + Ddl.inSchema(key);
  }

  @Override
  public Optional<FactKey> origin(FactKey key, CatalogSnapshot in) {
    return in.fact(key)
        .flatMap(fact -> fact.attribute("sql parent"))
        .flatMap(name -> Inherited.origin(key, name, in));
  }

  @Override
  public boolean mergesIntoOrigin() {
    return true;
  }

  @Override
  public Defect defect(String attribute) {
    return switch (attribute) {
      case "invalid", "not ready" -> Defect.INVALID;
      default -> Defect.NONE;
    };
  }

  @Override
  public List<String> create(Fact fact, CatalogSnapshot in) {
    List<String> statements = new ArrayList<>();
    statements.add(fact.attribute("sql definition").orElseThrow());
    statements.addAll(IndexSettings.of(fact, in));
    return statements;
  }

  @Override
  public List<String> drop(Fact fact, CatalogSnapshot in) {
    return List.of(
        "DROP INDEX %s%s"
            .formatted(
                fact.attribute("sql parent").isPresent() ? "IF EXISTS " : "",
                Ddl.inSchema(fact.key())));
  }

  @Override
  public Optional<List<String>> alter(Fact from, Fact to, CatalogSnapshot in) {
    Alteration alteration = Alteration.of(from, to);
    if (!to.is("invalid") && !to.is("not ready")) {
      alteration.whenAny(
          Set.of("invalid", "not ready"), List.of("REINDEX INDEX " + Ddl.inSchema(to.key())));
    }
    return IndexSettings.alter(alteration, to, in).statements();
  }
}
