package dev.dbops.migrate.catalog.kind;

import dev.dbops.migrate.catalog.snapshot.CatalogSnapshot;
import dev.dbops.migrate.catalog.snapshot.Fact;
import dev.dbops.migrate.catalog.snapshot.FactKey;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** An event trigger. */
final class EventTriggerKind implements CatalogKind {
  @Override
  public String name() {
    return "event trigger";
  }

  @Override
  public String catalog() {
    return "pg_event_trigger";
  }

  @Override
  public String query() {
    return """
        SELECT e.oid,
               e.evtname AS name,
               e.evtevent AS event,
               quote_ident(n.nspname) || '.' || quote_ident(p.proname) AS function,
               (SELECT string_agg(quote_literal(tag), ', ' ORDER BY tag)
                  FROM unnest(e.evttags) tag) AS tags,
               CASE e.evtenabled WHEN 'D' THEN 'disabled' WHEN 'R' THEN 'replica'
                                 WHEN 'A' THEN 'always' END AS enabled,
               pg_get_userbyid(e.evtowner) AS owner
          FROM pg_event_trigger e
          JOIN pg_proc p ON p.oid = e.evtfoid
          JOIN pg_namespace n ON n.oid = p.pronamespace
         WHERE e.oid >= 16384
        """;
  }

  @Override
  public String reference(FactKey key) {
    return "EVENT TRIGGER " + Ddl.name(key);
  }

  @Override
  public List<String> create(Fact fact, CatalogSnapshot in) {
    List<String> statements = new ArrayList<>();
    statements.add(
        "CREATE %s ON %s%s EXECUTE FUNCTION %s()"
            .formatted(
                reference(fact.key()),
                fact.attribute("event").orElseThrow(),
                fact.attribute("tags").map(tags -> " WHEN TAG IN (" + tags + ")").orElse(""),
                fact.attribute("function").orElseThrow()));
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

  private String fire(Fact fact, String when) {
    return "ALTER %s %s".formatted(reference(fact.key()), Firing.verb(when));
  }
}
