package dev.dbops.migrate.catalog.kind;

import dev.dbops.migrate.catalog.snapshot.CatalogSnapshot;
import dev.dbops.migrate.catalog.snapshot.Fact;
import dev.dbops.migrate.catalog.snapshot.FactKey;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A rule of a table or a view, other than the one that makes a view. */
final class RuleKind implements CatalogKind {
  private static final String DEFINITION = "definition";

  @Override
  public String name() {
    return "rule";
  }

  @Override
  public List<String> parents() {
    return List.of(TableKind.NAME, ViewKind.NAME);
  }

  @Override
  public String catalog() {
    return "pg_rewrite";
  }

  @Override
  public String query() {
    return """
        SELECT r.oid,
               r.ev_class AS parent,
               r.rulename AS name,
               pg_get_ruledef(r.oid) AS definition,
               CASE r.ev_enabled WHEN 'D' THEN 'disabled' WHEN 'R' THEN 'replica'
                                 WHEN 'A' THEN 'always' END AS enabled
          FROM pg_rewrite r
         WHERE r.oid >= 16384 AND r.rulename <> '_RETURN'
        """;
  }

  @Override
  public String reference(FactKey key) {
    return "RULE %s ON %s".formatted(Ddl.quoted(key), Ddl.name(key.container()));
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
    return "ALTER TABLE %s %s RULE %s"
        .formatted(Ddl.container(fact), Firing.verb(when), Ddl.quoted(fact.key()));
  }
}
