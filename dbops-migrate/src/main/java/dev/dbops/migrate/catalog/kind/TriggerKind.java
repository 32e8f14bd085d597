package dev.dbops.migrate.catalog.kind;

import dev.dbops.migrate.catalog.snapshot.CatalogSnapshot;
import dev.dbops.migrate.catalog.snapshot.Fact;
import dev.dbops.migrate.catalog.snapshot.FactKey;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A trigger of a table or a view; of a partitioned table, without its copies in partitions. */
final class TriggerKind implements CatalogKind {
  private static final String DEFINITION = "definition";

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

  @Override
  public String query() {
    return """
        SELECT t.oid,
               t.tgrelid AS parent,
               t.tgname AS name,
               pg_get_triggerdef(t.oid) AS definition,
               CASE t.tgenabled WHEN 'D' THEN 'disabled' WHEN 'R' THEN 'replica'
                                WHEN 'A' THEN 'always' END AS enabled,
               t.tgparentid <> 0 AS hidden -- since 13
               EXISTS (SELECT FROM pg_depend d -- before 13
                        WHERE d.classid = 'pg_trigger'::regclass AND d.objid = t.oid -- before 13
                          AND d.deptype IN ('P', 'S')) AS hidden -- before 13
          FROM pg_trigger t
         WHERE NOT t.tgisinternal AND t.oid >= 16384 -- since 13
         WHERE NOT t.tgisinternal AND t.oid >= 16384 -- before 13
        """;
  }

  @Override
  public String reference(FactKey key) {
    return "TRIGGER %s ON %s".formatted(Ddl.quoted(key), Ddl.name(key.container()));
  }

  @Override
  public List<String> create(Fact fact, CatalogSnapshot in) {
    List<String> statements = new ArrayList<>();
    statements.add(fact.attribute(DEFINITION).orElseThrow());
    fact.attribute(Firing.ATTRIBUTE).ifPresent(when -> statements.add(fire(fact, when)));
    return statements;
  }

  @Override
  public List<String> drop(Fact fact, CatalogSnapshot in) {
    return List.of("DROP " + reference(fact.key()));
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
