package dev.dbops.migrate.catalog.kind;

import dev.dbops.migrate.catalog.snapshot.CatalogSnapshot;
import dev.dbops.migrate.catalog.snapshot.Fact;
import dev.dbops.migrate.catalog.snapshot.FactKey;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A text search dictionary. */
final class TextSearchDictionaryKind implements CatalogKind {

  @Override
  public String name() {
    return "text search dictionary";
  }

  @Override
  public List<String> parents() {
    return List.of(SchemaKind.NAME);
  }

  @Override
  public String catalog() {
    return "pg_ts_dict";
  }

  @Override
  public String query() {
    return """
        SELECT d.oid,
               d.dictnamespace AS parent,
               d.dictname AS name,
               quote_ident(tn.nspname) || '.' || quote_ident(t.tmplname) AS template,
               d.dictinitoption AS options,
               pg_get_userbyid(d.dictowner) AS owner
          FROM pg_ts_dict d
          JOIN pg_ts_template t ON t.oid = d.dicttemplate
          JOIN pg_namespace tn ON tn.oid = t.tmplnamespace
         WHERE d.oid >= 16384
        """;
  }

  @Override
  public String reference(FactKey key) {
    return "TEXT SEARCH DICTIONARY " + Ddl.name(key);
  }

  @Override
  public List<String> create(Fact fact, CatalogSnapshot in) {
    return List.of(
        "CREATE %s (TEMPLATE = %s%s)"
            .formatted(
                reference(fact.key()),
                fact.attribute("template").orElseThrow(),
                fact.attribute("options").map(options -> ", " + options).orElse("")));
  }

  @Override
  public List<String> drop(Fact fact, CatalogSnapshot in) {
    return List.of("DROP " + reference(fact.key()));
  }

  /** A name without a value takes the option away. */
  @Override
  public Optional<List<String>> alter(Fact from, Fact to, CatalogSnapshot in) {
    List<String> changes = new ArrayList<>(names(from.attribute("options").orElse("")));
    changes.removeAll(names(to.attribute("options").orElse("")));
    to.attribute("options").ifPresent(changes::add);
    return Alteration.of(from, to)
        .when(
            "options",
            options -> "ALTER %s (%s)".formatted(reference(to.key()), String.join(", ", changes)))
        .statements();
  }

  /** The names in a list as the server writes it: {@code a = 'x, y', "b c" = 'z'}. */
  private static List<String> names(String options) {
    List<String> names = new ArrayList<>();
    char quote = 0;
    int start = 0;
    for (int i = 0; i < options.length(); i++) {
      char c = options.charAt(i);
      if (quote != 0) {
        quote = c == quote ? 0 : quote;
      } else if (c == '\'' || c == '"') {
        quote = c;
      } else if (c == '=') {
        names.add(options.substring(start, i).strip());
      } else if (c == ',') {
        start = i + 1;
      }
    }
    return names;
  }
}
