package dev.dbops.migrate.catalog.kind;

import dev.dbops.migrate.catalog.snapshot.CatalogSnapshot;
import dev.dbops.migrate.catalog.snapshot.Fact;
import dev.dbops.migrate.catalog.snapshot.FactKey;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/** An index; that of a constraint is a part of the constraint. */
final class IndexKind implements CatalogKind {
  static final String NAME = "index";
  private static final String DEFINITION = "sql definition";

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
   * To write a definition costs the server more than all else, so that it is asked only of what is
   * not plain: an index of columns, each by the operators that its type has without being told.
   */
  @Override
  public String query() {
    return """
        SELECT c.oid,
               i.indrelid AS parent,
               c.relname AS name,
               k.oid IS NOT NULL AS hidden,
               i.indisunique AS "unique",
               NULLIF(m.amname, 'btree') AS method,
               CASE WHEN k.oid IS NULL AND s.plain THEN (i.indoption::int2[])[:] END AS "sort of columns",
               CASE WHEN k.oid IS NULL AND s.plain
                    THEN (i.indkey::int2[])[:i.indnkeyatts - 1] END AS "numbers of columns",
               CASE WHEN k.oid IS NULL AND s.plain AND i.indnatts > i.indnkeyatts
                    THEN (i.indkey::int2[])[i.indnkeyatts:] END AS "numbers of include",
               CASE WHEN k.oid IS NULL AND s.plain AND i.indpred IS NOT NULL
                    THEN pg_get_expr(i.indpred, i.indrelid) END AS predicate,
               CASE WHEN k.oid IS NULL AND NOT s.plain
                    THEN pg_get_indexdef(c.oid) END AS "sql definition",
               i.indnullsnotdistinct AS "nulls not distinct", -- since 15
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
               NOT i.indisvalid AND c.relkind = 'i' AS invalid,
               NOT i.indisvalid AND c.relkind = 'I' AS incomplete,
               NOT i.indisready AS "not ready",
               CASE WHEN c.relispartition
                    THEN (SELECT pc.relname FROM pg_class pc
                           WHERE pc.oid = (SELECT h.inhparent FROM pg_inherits h
                                            WHERE h.inhrelid = c.oid))
               END AS "sql parent"
          FROM pg_index i
          JOIN pg_class c ON c.oid = i.indexrelid
          JOIN pg_am m ON m.oid = c.relam
          LEFT JOIN (SELECT DISTINCT x.indexrelid
                       FROM (SELECT indexrelid,
                                    indrelid,
                                    unnest(indkey::int2[]) AS number,
                                    unnest(indclass::oid[]) AS class,
                                    unnest(indcollation::oid[]) AS collation
                               FROM pg_index
                              WHERE indexrelid >= 16384) x
                       JOIN pg_attribute a ON a.attrelid = x.indrelid AND a.attnum = x.number
                                          AND a.attrelid >= 16384 AND a.attnum > 0
                       JOIN pg_opclass p ON p.oid = x.class
                       JOIN pg_am pm ON pm.oid = p.opcmethod
                      WHERE x.collation NOT IN (0, a.attcollation)
                         OR NOT p.opcdefault OR p.oid >= 16384 OR pm.amname <> 'btree'
                         OR p.opcintype <> CASE WHEN a.atttypid = 'varchar'::regtype
                                                 AND NOT EXISTS (SELECT FROM pg_opclass
                                                                  WHERE opcdefault
                                                                    AND opcintype = 'varchar'::regtype)
                                                THEN 'text'::regtype ELSE a.atttypid END
                    ) special ON special.indexrelid = c.oid
          LEFT JOIN pg_class v ON v.oid = i.indrelid AND v.relkind = 'm'
          LEFT JOIN pg_constraint k ON k.conindid = c.oid AND k.conrelid = i.indrelid
                                   AND k.contype IN ('p', 'u', 'x')
         CROSS JOIN LATERAL (SELECT i.indexprs IS NULL AND c.reloptions IS NULL AND v.oid IS NULL
                                    AND special.indexrelid IS NULL AS plain) s
         WHERE i.indexrelid >= 16384 AND c.relnamespace <> 'pg_toast'::regnamespace
           AND c.relpersistence <> 't'
        """;
  }

  /**
   * The definition of an index on a table that is partitioned names the table alone; one that all
   * partitions have is made on all of them at once.
   */
  @Override
  public void complete(SortedMap<String, String> attributes) {
    @Nullable String text = attributes.get(DEFINITION);
    if (text == null) {
      return;
    }
    IndexDefinition definition = IndexDefinition.of(text);
    attributes.put("columns", definition.columns());
    definition.include().ifPresent(columns -> attributes.put("include", columns));
    definition.predicate().ifPresent(predicate -> attributes.put("predicate", predicate));
    if (!attributes.containsKey("incomplete")) {
      attributes.put(DEFINITION, definition.onAllPartitions());
    }
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
    statements.add(fact.attribute(DEFINITION).orElseGet(() -> definition(fact)));
    statements.addAll(IndexSettings.of(fact, in));
    return statements;
  }

  private static String definition(Fact index) {
    return "CREATE %sINDEX %s ON %s%s USING btree (%s)%s%s%s"
        .formatted(
            index.is("unique") ? "UNIQUE " : "",
            Ddl.quoted(index.key()),
            index.is("incomplete") ? "ONLY " : "",
            Ddl.container(index),
            index.attribute("columns").orElseThrow(),
            index.attribute("include").map(columns -> " INCLUDE (" + columns + ")").orElse(""),
            index.is("nulls not distinct") ? " NULLS NOT DISTINCT" : "",
            index.attribute("predicate").map(predicate -> " WHERE " + predicate).orElse(""));
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
