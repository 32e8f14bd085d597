package dev.dbops.migrate.catalog.kind;

import dev.dbops.migrate.catalog.snapshot.CatalogSnapshot;
import dev.dbops.migrate.catalog.snapshot.Fact;
import dev.dbops.migrate.catalog.snapshot.FactKey;
import dev.dbops.migrate.sql.SqlIdentifier;
import java.util.List;

/** A conversion between encodings. */
final class ConversionKind implements CatalogKind {

  @Override
  public String name() {
    return "conversion";
  }

  @Override
  public List<String> parents() {
    return List.of(SchemaKind.NAME);
  }

  @Override
  public String catalog() {
    return "pg_conversion";
  }

  @Override
  public String query() {
    return """
        SELECT c.oid,
               c.connamespace AS parent,
               c.conname AS name,
               pg_encoding_to_char(c.conforencoding) AS source,
               pg_encoding_to_char(c.contoencoding) AS target,
               c.conproc::text AS function,
               c.condefault AS "default",
               pg_get_userbyid(c.conowner) AS owner
          FROM pg_conversion c
         WHERE c.oid >= 16384
        """;
  }

  @Override
  public String reference(FactKey key) {
    return "CONVERSION " + Ddl.name(key);
  }

  @Override
  public List<String> create(Fact fact, CatalogSnapshot in) {
    return List.of(
        "CREATE %s%s FOR %s TO %s FROM %s"
            .formatted(
                fact.is("default") ? "DEFAULT " : "",
                reference(fact.key()),
                SqlIdentifier.quoteLiteral(fact.attribute("source").orElseThrow()),
                SqlIdentifier.quoteLiteral(fact.attribute("target").orElseThrow()),
                fact.attribute("function").orElseThrow()));
  }

  @Override
  public List<String> drop(Fact fact, CatalogSnapshot in) {
    return List.of("DROP " + reference(fact.key()));
  }
}
