package dev.dbops.migrate.catalog.kind;

import dev.dbops.migrate.catalog.snapshot.CatalogSnapshot;
import dev.dbops.migrate.catalog.snapshot.Fact;
import dev.dbops.migrate.catalog.snapshot.FactKey;
import java.util.List;

/** A collation. Which version of its library it was made with is no part of it. */
final class CollationKind implements CatalogKind {

  @Override
  public String name() {
    return "collation";
  }

  @Override
  public List<String> parents() {
    return List.of(SchemaKind.NAME);
  }

  @Override
  public String catalog() {
    return "pg_collation";
  }

  @Override
  public String query() {
    return """
        SELECT c.oid,
               c.collnamespace AS parent,
               c.collname AS name,
               CASE c.collprovider WHEN 'i' THEN 'icu' WHEN 'b' THEN 'builtin' ELSE 'libc' END AS provider,
               CASE WHEN NOT c.collisdeterministic THEN 'false' END AS deterministic,
               CASE WHEN c.collprovider = 'i' THEN c.collcollate END AS locale, -- before 15
               CASE WHEN c.collprovider = 'c' THEN c.collcollate END AS lc_collate, -- before 15
               CASE WHEN c.collprovider = 'c' THEN c.collctype END AS lc_ctype, -- before 15
               c.colliculocale AS locale, -- since 15 before 17
               c.colllocale AS locale, -- since 17
               c.collcollate AS lc_collate, -- since 15
               c.collctype AS lc_ctype, -- since 15
               c.collicurules AS rules, -- since 16
               pg_get_userbyid(c.collowner) AS owner
          FROM pg_collation c
         WHERE c.oid >= 16384
        """;
  }

  @Override
  public String reference(FactKey key) {
    return "COLLATION " + Ddl.name(key);
  }

  @Override
  public List<String> create(Fact fact, CatalogSnapshot in) {
    return List.of(
        "CREATE %s %s"
            .formatted(
                reference(fact.key()),
                Parameters.of(fact)
                    .sql("provider", "deterministic")
                    .text("locale", "lc_collate", "lc_ctype", "rules")));
  }

  @Override
  public List<String> drop(Fact fact, CatalogSnapshot in) {
    return List.of("DROP " + reference(fact.key()));
  }
}
