package dev.dbops.migrate.catalog.kind;

import dev.dbops.migrate.catalog.snapshot.CatalogSnapshot;
import dev.dbops.migrate.catalog.snapshot.Fact;
import dev.dbops.migrate.catalog.snapshot.FactKey;
import java.util.List;
import java.util.Optional;

/** A check of a domain. */
final class DomainConstraintKind implements CatalogKind {
  private static final String NOT_VALID = "not valid";

  @Override
  public String name() {
    return "domain constraint";
  }

  @Override
  public List<String> parents() {
    return List.of(DomainKind.NAME);
  }

  @Override
  public String catalog() {
    return "pg_constraint";
  }

  @Override
  public String parentCatalog() {
    return "pg_type";
  }

  @Override
  public String query() {
    return """
        SELECT k.oid,
               k.contypid AS parent,
               k.conname AS name,
               k.contype <> 'c' AS hidden,
               pg_get_expr(k.conbin, 0) AS "check",
               NOT k.convalidated AS "not valid"
          FROM pg_constraint k
         WHERE k.contypid <> 0 AND k.oid >= 16384
        """;
  }

  @Override
  public String reference(FactKey key) {
    return "CONSTRAINT %s ON DOMAIN %s".formatted(Ddl.quoted(key), Ddl.name(key.container()));
  }

  @Override
  public Defect defect(String attribute) {
    return NOT_VALID.equals(attribute) ? Defect.UNVALIDATED : Defect.NONE;
  }

  @Override
  public Optional<String> rename(FactKey from, FactKey to) {
    return Optional.of(Ddl.renameConstraint("DOMAIN", from, to));
  }

  @Override
  public List<String> create(Fact fact, CatalogSnapshot in) {
    return List.of(
        "ALTER DOMAIN %s ADD CONSTRAINT %s CHECK (%s)%s"
            .formatted(
                Ddl.container(fact),
                Ddl.quoted(fact.key()),
                fact.attribute("check").orElseThrow(),
                fact.is(NOT_VALID) ? " NOT VALID" : ""));
  }

  @Override
  public List<String> drop(Fact fact, CatalogSnapshot in) {
    return List.of(
        "ALTER DOMAIN %s DROP CONSTRAINT %s"
            .formatted(Ddl.container(fact), Ddl.quoted(fact.key())));
  }

  @Override
  public Optional<List<String>> alter(Fact from, Fact to, CatalogSnapshot in) {
    if (to.is(NOT_VALID)) {
      return Optional.empty();
    }
    return Alteration.of(from, to)
        .when(
            NOT_VALID,
            none ->
                "ALTER DOMAIN %s VALIDATE CONSTRAINT %s"
                    .formatted(Ddl.container(to), Ddl.quoted(to.key())))
        .statements();
  }
}
