package dev.dbops.migrate.catalog.kind;

import dev.dbops.migrate.catalog.snapshot.CatalogSnapshot;
import dev.dbops.migrate.catalog.snapshot.Fact;
import dev.dbops.migrate.catalog.snapshot.FactKey;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A policy of row-level security. */
final class PolicyKind implements CatalogKind {
  @Override
  public String name() {
    return "policy";
  }

  @Override
  public List<String> parents() {
    return List.of(TableKind.NAME);
  }

  @Override
  public String catalog() {
    return "pg_policy";
  }

  @Override
  public String query() {
    return """
        SELECT p.oid,
               p.polrelid AS parent,
               p.polname AS name,
               CASE p.polcmd WHEN 'r' THEN 'select' WHEN 'a' THEN 'insert'
                             WHEN 'w' THEN 'update' WHEN 'd' THEN 'delete' END AS command,
               NOT p.polpermissive AS restrictive,
               CASE WHEN p.polroles <> '{0}' THEN (
                        SELECT string_agg(quote_ident(r.rolname), ', ' ORDER BY r.rolname)
                          FROM pg_roles r
                         WHERE r.oid = ANY (p.polroles)) END AS roles,
               pg_get_expr(p.polqual, p.polrelid) AS "using",
               pg_get_expr(p.polwithcheck, p.polrelid) AS "check"
          FROM pg_policy p
        """;
  }

  @Override
  public String reference(FactKey key) {
    return "POLICY %s ON %s".formatted(Ddl.quoted(key), Ddl.name(key.container()));
  }

  @Override
  public List<String> create(Fact fact, CatalogSnapshot in) {
    List<String> clauses = new ArrayList<>();
    clauses.add("CREATE " + reference(fact.key()));
    if (fact.is("restrictive")) {
      clauses.add("AS RESTRICTIVE");
    }
    fact.attribute("command").ifPresent(command -> clauses.add("FOR " + command));
    fact.attribute("roles").ifPresent(roles -> clauses.add("TO " + roles));
    fact.attribute("using").ifPresent(rows -> clauses.add("USING (" + rows + ")"));
    fact.attribute("check").ifPresent(rows -> clauses.add("WITH CHECK (" + rows + ")"));
    return List.of(String.join(" ", clauses));
  }

  @Override
  public List<String> drop(Fact fact, CatalogSnapshot in) {
    return List.of("DROP " + reference(fact.key()));
  }

  /** An expression can be changed, but not taken away. */
  @Override
  public Optional<List<String>> alter(Fact from, Fact to, CatalogSnapshot in) {
    Alteration alteration = Alteration.of(from, to);
    String alter = "ALTER " + reference(to.key());
    alteration.when("roles", roles -> alter + " TO " + roles.orElse("PUBLIC"));
    if (to.attribute("using").isPresent()) {
      alteration.when("using", rows -> alter + " USING (" + rows.orElseThrow() + ")");
    }
    if (to.attribute("check").isPresent()) {
      alteration.when("check", rows -> alter + " WITH CHECK (" + rows.orElseThrow() + ")");
    }
    return alteration.statements();
  }
}
