package dev.dbops.migrate.catalog.kind;

import dev.dbops.migrate.catalog.snapshot.CatalogSnapshot;
import dev.dbops.migrate.catalog.snapshot.Fact;
import dev.dbops.migrate.catalog.snapshot.FactKey;
import java.util.List;
import java.util.Optional;

/** A table of a publication. */
final class PublishedTableKind implements CatalogKind {
  @Override
  public String name() {
    return "published table";
  }

  @Override
  public List<String> parents() {
    return List.of(PublicationKind.NAME);
  }

  @Override
  public String catalog() {
    return "pg_publication_rel";
  }

  @Override
  public String parentCatalog() {
    return "pg_publication";
  }

  @Override
  public String query() {
    return """
        SELECT r.oid,
               r.prpubid AS parent,
               quote_ident(n.nspname) || '.' || quote_ident(c.relname) AS name,
               (SELECT string_agg(quote_ident(a.attname), ', ' ORDER BY a.attname)              -- since 15
                  FROM pg_attribute a                                                          -- since 15
                 WHERE a.attrelid = c.oid AND a.attnum = ANY (r.prattrs::int2[])) AS columns,    -- since 15
               CASE WHEN r.prqual IS NOT NULL                                                    -- since 15
                    THEN pg_get_expr(r.prqual, r.prrelid) END AS filter,                         -- since 15
               r.prrelid AS needs
          FROM pg_publication_rel r
          JOIN pg_class c ON c.oid = r.prrelid
          JOIN pg_namespace n ON n.oid = c.relnamespace
         WHERE r.oid >= 16384
        """;
  }

  @Override
  public String reference(FactKey key) {
    return "PUBLICATION " + Ddl.name(key.container());
  }

  /** It goes with the table. */
  @Override
  public Optional<FactKey> origin(FactKey key, CatalogSnapshot in) {
    return in.needs(key).stream().filter(each -> each.kind().equals(TableKind.NAME)).findFirst();
  }

  @Override
  public Optional<String> rename(FactKey from, FactKey to) {
    return Optional.empty();
  }

  @Override
  public List<String> create(Fact fact, CatalogSnapshot in) {
    return List.of(
        "ALTER %s ADD TABLE ONLY %s%s%s"
            .formatted(
                reference(fact.key()),
                fact.key().simpleName(),
                fact.attribute("columns").map(names -> " (" + names + ")").orElse(""),
                fact.attribute("filter").map(rows -> " WHERE " + inParentheses(rows)).orElse("")));
  }

  private static String inParentheses(String expression) {
    return "(" + expression + ")";
  }

  @Override
  public List<String> drop(Fact fact, CatalogSnapshot in) {
    return List.of(
        "ALTER %s DROP TABLE ONLY %s".formatted(reference(fact.key()), fact.key().simpleName()));
  }
}
