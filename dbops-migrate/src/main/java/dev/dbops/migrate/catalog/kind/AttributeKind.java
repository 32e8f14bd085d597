package dev.dbops.migrate.catalog.kind;

import dev.dbops.migrate.catalog.snapshot.CatalogSnapshot;
import dev.dbops.migrate.catalog.snapshot.Fact;
import dev.dbops.migrate.catalog.snapshot.FactKey;
import java.util.List;
import java.util.Optional;

/** An attribute of a composite type. */
final class AttributeKind implements CatalogKind {
  static final String NAME = "attribute";

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public List<String> parents() {
    return List.of(CompositeTypeKind.NAME);
  }

  @Override
  public String catalog() {
    return "pg_class";
  }

  @Override
  public String parentCatalog() {
    return "pg_type";
  }

  @Override
  public String query() {
    return """
        SELECT a.attrelid AS oid,
               a.attnum AS subid,
               c.reltype AS parent,
               a.attname AS name,
               format_type(a.atttypid, a.atttypmod) AS type,
               CASE WHEN a.attcollation <> t.typcollation
                    THEN quote_ident(ln.nspname) || '.' || quote_ident(l.collname) END AS collation
          FROM pg_class c
          JOIN pg_attribute a ON a.attrelid = c.oid
          JOIN pg_type t ON t.oid = a.atttypid
          LEFT JOIN pg_collation l ON l.oid = a.attcollation AND a.attcollation <> t.typcollation
          LEFT JOIN pg_namespace ln ON ln.oid = l.collnamespace
         WHERE c.relkind = 'c' AND c.oid >= 16384 AND a.attnum > 0 AND NOT a.attisdropped
        """;
  }

  @Override
  public boolean isMember() {
    return true;
  }

  @Override
  public String reference(FactKey key) {
    return "COLUMN " + Ddl.name(key);
  }

  @Override
  public Optional<String> rename(FactKey from, FactKey to) {
    return Optional.of(
        "ALTER TYPE %s RENAME ATTRIBUTE %s TO %s"
            .formatted(Ddl.name(from.container()), Ddl.quoted(from), Ddl.quoted(to)));
  }

  @Override
  public List<String> create(Fact fact, CatalogSnapshot in) {
    return List.of(
        "ALTER TYPE %s ADD ATTRIBUTE %s CASCADE".formatted(Ddl.container(fact), definition(fact)));
  }

  @Override
  public List<String> drop(Fact fact, CatalogSnapshot in) {
    return List.of(
        "ALTER TYPE %s DROP ATTRIBUTE %s CASCADE"
            .formatted(Ddl.container(fact), Ddl.quoted(fact.key())));
  }

  /** As it stands in CREATE TYPE and after ADD ATTRIBUTE. */
  static String definition(Fact attribute) {
    return Ddl.quoted(attribute.key()) + " " + type(attribute);
  }

  private static String type(Fact attribute) {
    return attribute.attribute("type").orElseThrow()
        + attribute.attribute("collation").map(name -> " COLLATE " + name).orElse("");
  }

  @Override
  public boolean holdsData() {
    return true;
  }

  @Override
  public boolean losesData(Fact from, Fact to) {
    return !TypeWidening.keepsValues(
        from.attribute("type").orElseThrow(), to.attribute("type").orElseThrow());
  }

  @Override
  public Optional<List<String>> alter(Fact from, Fact to, CatalogSnapshot in) {
    return Optional.of(
        List.of(
            "ALTER TYPE %s ALTER ATTRIBUTE %s TYPE %s CASCADE"
                .formatted(Ddl.container(to), Ddl.quoted(to.key()), type(to))));
  }
}
