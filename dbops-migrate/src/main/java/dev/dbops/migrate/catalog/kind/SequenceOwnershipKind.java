package dev.dbops.migrate.catalog.kind;

import dev.dbops.migrate.catalog.snapshot.CatalogSnapshot;
import dev.dbops.migrate.catalog.snapshot.Fact;
import dev.dbops.migrate.catalog.snapshot.FactKey;
import java.util.List;
import java.util.Optional;

/**
 * That a column owns a sequence, as it does that of a serial column. It is told apart from the
 * sequence, since the sequence has to be there before the column, which takes its default from it,
 * and the column before the ownership.
 */
final class SequenceOwnershipKind implements CatalogKind {
  static final String NAME = "sequence ownership";

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public List<String> parents() {
    return List.of(SchemaKind.NAME);
  }

  /** It goes away with its sequence. */
  @Override
  public Optional<FactKey> parent(FactKey key, CatalogSnapshot in) {
    return Optional.of(sequence(key)).filter(sequence -> in.fact(sequence).isPresent());
  }

  @Override
  public String catalog() {
    return "pg_depend";
  }

  @Override
  public String query() {
    return """
        SELECT c.oid,
               c.relnamespace AS parent,
               c.relname AS name,
               d.refobjid AS needs,
               d.refobjsubid AS "needs part",
               quote_ident(n.nspname) || '.' || quote_ident(t.relname) || '.'
                 || quote_ident(a.attname) AS column
          FROM pg_class c
          JOIN pg_depend d ON d.classid = 'pg_class'::regclass AND d.objid = c.oid
                          AND d.refclassid = d.classid AND d.deptype = 'a'
          JOIN pg_class t ON t.oid = d.refobjid
          JOIN pg_namespace n ON n.oid = t.relnamespace
          JOIN pg_attribute a ON a.attrelid = d.refobjid AND a.attnum = d.refobjsubid
         WHERE c.relkind = 'S' AND c.oid >= 16384 AND c.relpersistence <> 't'
        """;
  }

  @Override
  public String reference(FactKey key) {
    return "SEQUENCE " + Ddl.name(key);
  }

  /** It has no name of its own: it goes by that of its sequence. */
  @Override
  public Optional<String> rename(FactKey from, FactKey to) {
    return Optional.empty();
  }

  @Override
  public List<String> create(Fact fact, CatalogSnapshot in) {
    return List.of(ownedBy(fact, fact.attribute("column").orElseThrow()));
  }

  @Override
  public List<String> drop(Fact fact, CatalogSnapshot in) {
    return List.of(ownedBy(fact, "NONE"));
  }

  private static String ownedBy(Fact fact, String column) {
    return "ALTER SEQUENCE %s OWNED BY %s".formatted(Ddl.name(fact.key()), column);
  }

  /** The column that owns something; only sequences are owned so. */
  static Optional<FactKey> column(FactKey sequence, CatalogSnapshot in) {
    if (!sequence.kind().equals(SequenceKind.NAME)) {
      return Optional.empty();
    }
    return in.needs(new FactKey(NAME, sequence.name())).stream()
        .filter(key -> key.kind().equals(ColumnKind.NAME))
        .findFirst();
  }

  private static FactKey sequence(FactKey key) {
    return new FactKey(SequenceKind.NAME, key.name());
  }
}
