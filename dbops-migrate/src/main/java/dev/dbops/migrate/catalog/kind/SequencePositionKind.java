package dev.dbops.migrate.catalog.kind;

import dev.dbops.migrate.catalog.snapshot.CatalogSnapshot;
import dev.dbops.migrate.catalog.snapshot.Fact;
import dev.dbops.migrate.catalog.snapshot.FactKey;
import dev.dbops.migrate.sql.SqlIdentifier;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * How far a sequence has counted, that of an identity too; one that never has is none. Rows move it
 * and no migration, so that it is read only by who asks for it.
 */
final class SequencePositionKind implements CatalogKind {
  private static final String LAST_VALUE = "last value";

  @Override
  public String name() {
    return "sequence position";
  }

  @Override
  public List<String> parents() {
    return List.of(SchemaKind.NAME);
  }

  /** The sequence, or the column whose identity it is. */
  @Override
  public Optional<FactKey> parent(FactKey key, CatalogSnapshot in) {
    return Stream.concat(
            Stream.of(new FactKey(SequenceKind.NAME, key.name())), in.needs(key).stream())
        .filter(other -> in.facts().containsKey(other))
        .findFirst();
  }

  @Override
  public String catalog() {
    return "pg_sequence";
  }

  /**
   * Privileges are asked for only where it is sure that it is a sequence: conditions are met in any
   * order. On a standby the server has no position of what is not logged.
   */
  @Override
  public String query() {
    return """
        SELECT *, "last value" IS NULL AS hidden
          FROM (SELECT c.oid,
                       c.relnamespace AS parent,
                       c.relname AS name,
                       d.refobjid AS needs,
                       d.refobjsubid AS "needs part",
                       CASE WHEN c.relkind = 'S' AND has_sequence_privilege(c.oid, 'USAGE, SELECT')
                                 AND (c.relpersistence = 'p' OR NOT pg_is_in_recovery())
                            THEN pg_sequence_last_value(c.oid) END AS "last value"
                  FROM pg_class c
                  LEFT JOIN pg_depend d ON d.classid = 'pg_class'::regclass AND d.objid = c.oid
                                       AND d.refclassid = d.classid AND d.deptype = 'i'
                 WHERE c.relkind = 'S' AND c.oid >= 16384 AND c.relpersistence <> 't') AS position
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
    return List.of(
        "SELECT setval(%s, %s)"
            .formatted(
                SqlIdentifier.quoteLiteral(Ddl.name(fact.key())),
                fact.attribute(LAST_VALUE).orElseThrow()));
  }

  /** As if it had never counted. */
  @Override
  public List<String> drop(Fact fact, CatalogSnapshot in) {
    return List.of("ALTER %s RESTART".formatted(reference(fact.key())));
  }

  @Override
  public Optional<List<String>> alter(Fact from, Fact to, CatalogSnapshot in) {
    return Optional.of(create(to, in));
  }
}
