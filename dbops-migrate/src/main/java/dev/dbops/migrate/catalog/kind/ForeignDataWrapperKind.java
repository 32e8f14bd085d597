package dev.dbops.migrate.catalog.kind;

import dev.dbops.migrate.catalog.snapshot.CatalogSnapshot;
import dev.dbops.migrate.catalog.snapshot.Fact;
import dev.dbops.migrate.catalog.snapshot.FactKey;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** A foreign data wrapper. */
final class ForeignDataWrapperKind implements CatalogKind {
  private static final String OPTION = "option ";

  @Override
  public String name() {
    return "foreign data wrapper";
  }

  @Override
  public String catalog() {
    return "pg_foreign_data_wrapper";
  }

  @Override
  public String query() {
    return """
        SELECT w.oid,
               w.fdwname AS name,
               quote_ident(hn.nspname) || '.' || quote_ident(h.proname) AS handler,
               quote_ident(vn.nspname) || '.' || quote_ident(v.proname) AS validator,
               w.fdwoptions AS option,
               pg_get_userbyid(w.fdwowner) AS owner,
               w.fdwacl::text[] AS acl,
               CASE WHEN w.fdwacl IS NOT NULL
                    THEN acldefault('F', w.fdwowner)::text[] END AS "acl default"
          FROM pg_foreign_data_wrapper w
          LEFT JOIN pg_proc h ON h.oid = w.fdwhandler
          LEFT JOIN pg_namespace hn ON hn.oid = h.pronamespace
          LEFT JOIN pg_proc v ON v.oid = w.fdwvalidator
          LEFT JOIN pg_namespace vn ON vn.oid = v.pronamespace
         WHERE w.oid >= 16384
        """;
  }

  @Override
  public String reference(FactKey key) {
    return "FOREIGN DATA WRAPPER " + Ddl.name(key);
  }

  @Override
  public List<String> create(Fact fact, CatalogSnapshot in) {
    return List.of(
        "CREATE %s%s%s%s"
            .formatted(
                reference(fact.key()),
                fact.attribute("handler").map(name -> " HANDLER " + name).orElse(""),
                fact.attribute("validator").map(name -> " VALIDATOR " + name).orElse(""),
                ForeignOptions.all(fact, OPTION)));
  }

  @Override
  public List<String> drop(Fact fact, CatalogSnapshot in) {
    return List.of("DROP " + reference(fact.key()));
  }

  @Override
  public Optional<List<String>> alter(Fact from, Fact to, CatalogSnapshot in) {
    String alter = "ALTER " + reference(to.key()) + " ";
    Alteration alteration = Alteration.of(from, to);
    for (String function : List.of("handler", "validator")) {
      String word = function.toUpperCase(Locale.ROOT);
      alteration.when(
          function, name -> alter + name.map(set -> word + " " + set).orElse("NO " + word));
    }
    return alteration
        .whenMatches(
            name -> name.startsWith(OPTION),
            name -> alter + ForeignOptions.change(name, OPTION, from, to))
        .statements();
  }
}
