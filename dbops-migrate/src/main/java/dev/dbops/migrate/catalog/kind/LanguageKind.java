package dev.dbops.migrate.catalog.kind;

import dev.dbops.migrate.catalog.snapshot.CatalogSnapshot;
import dev.dbops.migrate.catalog.snapshot.Fact;
import dev.dbops.migrate.catalog.snapshot.FactKey;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** A language for functions. */
final class LanguageKind implements CatalogKind {

  @Override
  public String name() {
    return "language";
  }

  @Override
  public String catalog() {
    return "pg_language";
  }

  @Override
  public String query() {
    return """
        SELECT l.oid,
               l.lanname AS name,
               l.lanpltrusted AS trusted,
               CASE WHEN l.lanplcallfoid <> 0 THEN l.lanplcallfoid::regproc::text END AS handler,
               CASE WHEN l.laninline <> 0 THEN l.laninline::regproc::text END AS inline,
               CASE WHEN l.lanvalidator <> 0 THEN l.lanvalidator::regproc::text END AS validator,
               pg_get_userbyid(l.lanowner) AS owner,
               l.lanacl::text[] AS acl,
               CASE WHEN l.lanacl IS NOT NULL
                    THEN acldefault('l', l.lanowner)::text[] END AS "acl default"
          FROM pg_language l
         WHERE l.oid >= 16384
        """;
  }

  @Override
  public String reference(FactKey key) {
    return "LANGUAGE " + Ddl.name(key);
  }

  @Override
  public List<String> create(Fact fact, CatalogSnapshot in) {
    StringBuilder sql = new StringBuilder("CREATE OR REPLACE ");
    sql.append(fact.is("trusted") ? "TRUSTED " : "").append(reference(fact.key()));
    for (String part : List.of("handler", "inline", "validator")) {
      fact.attribute(part)
          .ifPresent(
              name ->
                  sql.append(' ').append(part.toUpperCase(Locale.ROOT)).append(' ').append(name));
    }
    return List.of(sql.toString());
  }

  @Override
  public List<String> drop(Fact fact, CatalogSnapshot in) {
    return List.of("DROP " + reference(fact.key()));
  }

  @Override
  public Optional<List<String>> alter(Fact from, Fact to, CatalogSnapshot in) {
    return Optional.of(create(to, in));
  }
}
