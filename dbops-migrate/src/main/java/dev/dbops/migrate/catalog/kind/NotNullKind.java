package dev.dbops.migrate.catalog.kind;

import dev.dbops.migrate.catalog.snapshot.CatalogSnapshot;
import dev.dbops.migrate.catalog.snapshot.Fact;
import dev.dbops.migrate.catalog.snapshot.FactKey;
import dev.dbops.migrate.sql.SqlIdentifier;
import java.util.List;
import java.util.Optional;

/**
 * A NOT NULL constraint, which has had a name since 18. Before, it was an attribute of the column.
 */
final class NotNullKind implements CatalogKind {
  static final String NAME = "not null constraint";

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public List<String> parents() {
    return ColumnKind.TABLES;
  }

  @Override
  public String catalog() {
    return "pg_constraint";
  }

  @Override
  public String query() {
    return """
        SELECT k.oid,
               k.conrelid AS parent,
               k.conname AS name,
               a.attname AS "column",
               k.connoinherit AS "no inherit",
               NOT k.convalidated AS "not valid",
               k.coninhcount > 0 AS "sql inherited"
          FROM pg_constraint k
          JOIN pg_attribute a ON a.attrelid = k.conrelid AND a.attnum = k.conkey[1]
         WHERE k.oid >= 16384 AND k.contype = 'n'
        """;
  }

  @Override
  public String reference(FactKey key) {
    return "CONSTRAINT %s ON %s".formatted(Ddl.quoted(key), Ddl.name(key.container()));
  }

  /** It goes away with its column. */
  @Override
  public Optional<FactKey> parent(FactKey key, CatalogSnapshot in) {
    return in.fact(key)
        .flatMap(fact -> fact.attribute("column"))
        .map(column -> FactKey.of(ColumnKind.NAME, key.container(), column))
        .filter(other -> in.fact(other).isPresent());
  }

  @Override
  public Optional<FactKey> origin(FactKey key, CatalogSnapshot in) {
    Optional<String> column = in.fact(key).flatMap(fact -> fact.attribute("column"));
    return Inherited.tables(key, in)
        .flatMap(table -> in.in(NAME, table.name()).stream())
        .filter(fact -> fact.attribute("column").equals(column))
        .map(Fact::key)
        .findFirst();
  }

  @Override
  public boolean mergesIntoOrigin() {
    return true;
  }

  @Override
  public Defect defect(String attribute) {
    return "not valid".equals(attribute) ? Defect.UNVALIDATED : Defect.NONE;
  }

  @Override
  public Optional<String> rename(FactKey from, FactKey to) {
    return Optional.of(Ddl.renameConstraint("TABLE", from, to));
  }

  @Override
  public List<String> create(Fact fact, CatalogSnapshot in) {
    return List.of(
        "%s ADD CONSTRAINT %s NOT NULL %s%s%s"
            .formatted(
                alterTable(fact),
                Ddl.quoted(fact.key()),
                SqlIdentifier.quote(fact.attribute("column").orElseThrow()),
                fact.is("no inherit") ? " NO INHERIT" : "",
                fact.is("not valid") ? " NOT VALID" : ""));
  }

  @Override
  public List<String> drop(Fact fact, CatalogSnapshot in) {
    return List.of(
        "%s DROP CONSTRAINT %s%s"
            .formatted(
                alterTable(fact),
                fact.is("sql inherited") ? "IF EXISTS " : "",
                Ddl.quoted(fact.key())));
  }

  @Override
  public Optional<List<String>> alter(Fact from, Fact to, CatalogSnapshot in) {
    Alteration alteration =
        Alteration.of(from, to)
            .when(
                "no inherit",
                no ->
                    "%s ALTER CONSTRAINT %s %s"
                        .formatted(
                            alterTable(to),
                            Ddl.quoted(to.key()),
                            no.isPresent() ? "NO INHERIT" : "INHERIT"));
    if (from.is("not valid")) {
      alteration.when(
          "not valid", valid -> alterTable(to) + " VALIDATE CONSTRAINT " + Ddl.quoted(to.key()));
    }
    return alteration.statements();
  }

  private static String alterTable(Fact fact) {
    return "ALTER TABLE " + Ddl.container(fact);
  }
}
