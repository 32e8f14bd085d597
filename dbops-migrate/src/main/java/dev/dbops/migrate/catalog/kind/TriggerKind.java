package dev.dbops.migrate.catalog.kind;

import dev.dbops.migrate.catalog.snapshot.CatalogSnapshot;
import dev.dbops.migrate.catalog.snapshot.Fact;
import dev.dbops.migrate.catalog.snapshot.FactKey;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A trigger of a table or a view. The copies that partitions have of that of a partitioned table
 * are told of only where they fire otherwise than that.
 */
final class TriggerKind implements CatalogKind {
  private static final String DEFINITION = "sql definition";
  private static final String COPY = "sql copy";

  @Override
  public String name() {
    return "trigger";
  }

  @Override
  public List<String> parents() {
    return List.of(TableKind.NAME, ForeignTableKind.NAME, ViewKind.NAME);
  }

  @Override
  public String catalog() {
    return "pg_trigger";
  }

  /** Up to 14, copies are as internal as the triggers of foreign keys, which have an index. */
  @Override
  public String query() {
    return """
        SELECT t.oid,
               t.tgrelid AS parent,
               t.tgname AS name,
               CASE WHEN t.tgtype & 2 <> 0 THEN 'before' WHEN t.tgtype & 64 <> 0 THEN 'instead of'
                    ELSE 'after' END AS timing,
               concat_ws(' or ', CASE WHEN t.tgtype & 4 <> 0 THEN 'insert' END,
                                 CASE WHEN t.tgtype & 8 <> 0 THEN 'delete' END,
                                 CASE WHEN t.tgtype & 16 <> 0 THEN 'update' END,
                                 CASE WHEN t.tgtype & 32 <> 0 THEN 'truncate' END) AS events,
               string_to_array(NULLIF(t.tgattr::text, ''), ' ')::smallint[]
                 AS "numbers of columns",
               CASE WHEN t.tgtype & 1 <> 0 THEN 'row' END AS "for each",
               CASE WHEN t.tgqual IS NOT NULL
                    THEN substring(pg_get_triggerdef(t.oid)
                                   FROM ' WHEN \\((.*)\\) EXECUTE FUNCTION ') END AS condition,
               t.tgfoid::regproc::text AS function,
               NULLIF(encode(t.tgargs, 'escape'), '') AS arguments,
               t.tgconstraint <> 0 AS constraint,
               CASE WHEN t.tgconstrrelid <> 0 THEN t.tgconstrrelid::regclass::text END AS references,
               t.tgdeferrable AS deferrable,
               t.tginitdeferred AS "initially deferred",
               t.tgoldtable AS "old table",
               t.tgnewtable AS "new table",
               CASE t.tgenabled WHEN 'D' THEN 'disabled' WHEN 'R' THEN 'replica'
                                WHEN 'A' THEN 'always' END AS enabled,
               pg_get_triggerdef(t.oid) AS "sql definition",
               p.enabled IS NOT NULL AS "sql copy",
               CASE p.enabled WHEN 'D' THEN 'disabled' WHEN 'R' THEN 'replica'
                              WHEN 'A' THEN 'always' END AS "sql enabled above",
               p.enabled IS NOT NULL AND p.enabled = t.tgenabled AS hidden
          FROM pg_trigger t
         CROSS JOIN LATERAL
               (SELECT CASE WHEN t.tgparentid <> 0 THEN -- since 13
                         (SELECT o.tgenabled FROM pg_trigger o WHERE o.oid = t.tgparentid) -- since 13
                       END AS enabled) AS p -- since 13
               (SELECT (SELECT o.tgenabled -- before 13
                          FROM pg_depend d -- before 13
                          JOIN pg_trigger o ON o.oid = d.refobjid -- before 13
                         WHERE d.classid = 'pg_trigger'::regclass AND d.objid = t.oid -- before 13
                           AND d.refclassid = d.classid AND d.deptype = 'P') AS enabled) AS p -- before 13
         WHERE t.oid >= 16384
           AND (NOT t.tgisinternal OR t.tgconstrindid = 0 AND p.enabled <> t.tgenabled)
        """;
  }

  @Override
  public String reference(FactKey key) {
    return "TRIGGER %s ON %s".formatted(Ddl.quoted(key), Ddl.name(key.container()));
  }

  /** It fires as the trigger says that it is a copy of, unless it is told to do otherwise. */
  @Override
  public Optional<FactKey> origin(FactKey key, CatalogSnapshot in) {
    return in.fact(key).filter(fact -> fact.is(COPY)).flatMap(copy -> Inherited.origin(key, in));
  }

  @Override
  public List<String> create(Fact fact, CatalogSnapshot in) {
    if (fact.is(COPY)) {
      return List.of(fire(fact, fact.attribute(Firing.ATTRIBUTE).orElse("")));
    }
    List<String> statements = new ArrayList<>();
    statements.add(fact.attribute(DEFINITION).orElseThrow());
    fact.attribute(Firing.ATTRIBUTE).ifPresent(when -> statements.add(fire(fact, when)));
    return statements;
  }

  @Override
  public List<String> drop(Fact fact, CatalogSnapshot in) {
    return List.of(
        fact.is(COPY)
            ? fire(fact, fact.attribute("sql enabled above").orElse(""))
            : "DROP " + reference(fact.key()));
  }

  @Override
  public Optional<List<String>> alter(Fact from, Fact to, CatalogSnapshot in) {
    return Alteration.of(from, to)
        .when(Firing.ATTRIBUTE, when -> fire(to, when.orElse("")))
        .statements();
  }

  private static String fire(Fact fact, String when) {
    return "ALTER TABLE %s %s TRIGGER %s"
        .formatted(Ddl.container(fact), Firing.verb(when), Ddl.quoted(fact.key()));
  }
}
