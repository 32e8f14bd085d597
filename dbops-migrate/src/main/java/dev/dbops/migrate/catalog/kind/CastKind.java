package dev.dbops.migrate.catalog.kind;

import dev.dbops.migrate.catalog.snapshot.CatalogSnapshot;
import dev.dbops.migrate.catalog.snapshot.Fact;
import dev.dbops.migrate.catalog.snapshot.FactKey;
import java.util.List;
import java.util.Optional;

/** A cast. */
final class CastKind implements CatalogKind {

  @Override
  public String name() {
    return "cast";
  }

  @Override
  public String catalog() {
    return "pg_cast";
  }

  @Override
  public String query() {
    return """
        SELECT c.oid,
               format_type(c.castsource, NULL) || ' AS ' || format_type(c.casttarget, NULL) AS name,
               CASE c.castmethod WHEN 'f' THEN c.castfunc::regprocedure::text END AS function,
               CASE c.castmethod WHEN 'i' THEN 'inout' WHEN 'b' THEN 'binary' END AS method,
               CASE c.castcontext WHEN 'a' THEN 'assignment' WHEN 'i' THEN 'implicit' END AS context
          FROM pg_cast c
         WHERE c.oid >= 16384
           AND NOT EXISTS (SELECT
                             FROM pg_depend d
                            WHERE d.classid = 'pg_cast'::regclass AND d.objid = c.oid
                              AND d.deptype = 'i')
        """;
  }

  @Override
  public String reference(FactKey key) {
    return "CAST (" + key.simpleName() + ")";
  }

  @Override
  public Optional<String> rename(FactKey from, FactKey to) {
    return Optional.empty();
  }

  @Override
  public List<String> create(Fact fact, CatalogSnapshot in) {
    String how =
        fact.attribute("function")
            .map(function -> "WITH FUNCTION " + function)
            .orElse(
                fact.attribute("method").orElse("").equals("inout")
                    ? "WITH INOUT"
                    : "WITHOUT FUNCTION");
    return List.of(
        "CREATE %s %s%s"
            .formatted(
                reference(fact.key()),
                how,
                fact.attribute("context").map(context -> " AS " + context).orElse("")));
  }

  @Override
  public List<String> drop(Fact fact, CatalogSnapshot in) {
    return List.of("DROP " + reference(fact.key()));
  }
}
