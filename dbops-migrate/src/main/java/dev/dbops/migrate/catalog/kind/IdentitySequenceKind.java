package dev.dbops.migrate.catalog.kind;

import dev.dbops.migrate.catalog.snapshot.CatalogSnapshot;
import dev.dbops.migrate.catalog.snapshot.Fact;
import dev.dbops.migrate.catalog.snapshot.FactKey;
import java.util.List;
import java.util.Optional;

/**
 * The sequence of an identity. How it counts is told of with its column, and what roles may do with
 * it, or what is said of it, as of any sequence; it is a fact of its own where it is kept otherwise
 * than its table.
 */
final class IdentitySequenceKind implements CatalogKind {
  private static final String NAME = "identity sequence";

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public List<String> parents() {
    return List.of(SchemaKind.NAME);
  }

  /** It comes and goes with its column. */
  @Override
  public Optional<FactKey> parent(FactKey key, CatalogSnapshot in) {
    return in.needs(key).stream().filter(other -> in.facts().containsKey(other)).findFirst();
  }

  @Override
  public String catalog() {
    return "pg_class";
  }

  @Override
  public String query() {
    return """
        SELECT c.oid,
               c.relnamespace AS parent,
               c.relname AS name,
               d.refobjid AS needs,
               d.refobjsubid AS "needs part",
               c.relpersistence = t.relpersistence AS hidden,
               CASE c.relpersistence WHEN 'u' THEN 'unlogged' ELSE 'logged' END AS persistence,
               pg_get_userbyid(c.relowner) AS "acl owner",
               c.relacl::text[] AS acl,
               CASE WHEN c.relacl IS NOT NULL
                    THEN acldefault('s', c.relowner)::text[] END AS "acl default"
          FROM pg_class c
          JOIN pg_depend d ON d.classid = 'pg_class'::regclass AND d.objid = c.oid
                          AND d.refclassid = d.classid AND d.deptype = 'i'
          JOIN pg_class t ON t.oid = d.refobjid
         WHERE c.relkind = 'S' AND c.oid >= 16384 AND c.relpersistence <> 't'
        """;
  }

  @Override
  public String reference(FactKey key) {
    return "SEQUENCE " + Ddl.name(key);
  }

  /** Its name is told of with its column. */
  @Override
  public Optional<String> rename(FactKey from, FactKey to) {
    return Optional.empty();
  }

  @Override
  public List<String> create(Fact fact, CatalogSnapshot in) {
    return List.of(keep(fact, isUnlogged(fact)));
  }

  /** As its table is kept. */
  @Override
  public List<String> drop(Fact fact, CatalogSnapshot in) {
    return List.of(keep(fact, !isUnlogged(fact)));
  }

  private static boolean isUnlogged(Fact fact) {
    return fact.attribute("persistence").equals(Optional.of("unlogged"));
  }

  private static String keep(Fact fact, boolean unlogged) {
    return "ALTER SEQUENCE %s SET %s"
        .formatted(Ddl.name(fact.key()), unlogged ? "UNLOGGED" : "LOGGED");
  }
}
