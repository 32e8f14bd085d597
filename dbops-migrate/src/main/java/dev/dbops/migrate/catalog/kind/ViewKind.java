package dev.dbops.migrate.catalog.kind;

import dev.dbops.migrate.catalog.snapshot.CatalogSnapshot;
import dev.dbops.migrate.catalog.snapshot.Fact;
import dev.dbops.migrate.catalog.snapshot.FactKey;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** A view. */
final class ViewKind implements CatalogKind {
  static final String NAME = "view";
  private static final String COLUMNS = Fact.SQL + "columns";
  private static final String OPTION = "option ";

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public List<String> parents() {
    return List.of(SchemaKind.NAME);
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
               pg_get_viewdef(c.oid) AS definition,
               (SELECT string_agg('NULL::' || format_type(a.atttypid, a.atttypmod)
                                  || COALESCE((SELECT ' COLLATE ' || quote_ident(ln.nspname)
                                                      || '.' || quote_ident(l.collname)
                                                 FROM pg_collation l
                                                 JOIN pg_namespace ln ON ln.oid = l.collnamespace
                                                WHERE l.oid = a.attcollation
                                                  AND a.attcollation NOT IN (0, 100)), '')
                                  || ' AS ' || quote_ident(a.attname), E'\\n' ORDER BY a.attnum)
                  FROM pg_attribute a
                 WHERE a.attrelid = c.oid AND a.attnum > 0) AS "sql columns",
               c.reloptions AS option,
               pg_get_userbyid(c.relowner) AS owner,
               c.relacl::text[] AS acl,
               CASE WHEN c.relacl IS NOT NULL
                    THEN acldefault('r', c.relowner)::text[] END AS "acl default"
          FROM pg_class c
         WHERE c.relkind = 'v' AND c.oid >= 16384 AND c.relpersistence <> 't'
        """;
  }

  @Override
  public String reference(FactKey key) {
    return "VIEW " + Ddl.name(key);
  }

  @Override
  public String grantReference(FactKey key) {
    return "TABLE " + Ddl.name(key);
  }

  @Override
  public List<String> create(Fact fact, CatalogSnapshot in) {
    return List.of(define("CREATE", fact));
  }

  private static String define(String create, Fact fact) {
    return "%s VIEW %s%s AS %s"
        .formatted(
            create,
            Ddl.name(fact.key()),
            options(fact),
            fact.attribute("definition").orElseThrow());
  }

  private static String options(Fact fact) {
    String options =
        fact.attributes().entrySet().stream()
            .filter(option -> option.getKey().startsWith(OPTION))
            .map(option -> option.getKey().substring(OPTION.length()) + " = " + option.getValue())
            .collect(Collectors.joining(", "));
    return options.isEmpty() ? "" : " WITH (" + options + ")";
  }

  /** Without which, as the first ones, the server lets no view replace another. */
  private static boolean hasColumnsOf(Fact from, Fact to) {
    List<String> before = columns(from);
    List<String> after = columns(to);
    return after.size() >= before.size() && after.subList(0, before.size()).equals(before);
  }

  private static List<String> columns(Fact view) {
    return view.attribute(COLUMNS).orElse("").lines().toList();
  }

  @Override
  public List<String> drop(Fact fact, CatalogSnapshot in) {
    return List.of("DROP VIEW " + Ddl.name(fact.key()));
  }

  /** Its columns, as there is nothing to fill them with. */
  @Override
  public Optional<Fact> standIn(Fact fact) {
    return Optional.of(
        Fact.of(
            fact.key(),
            Map.of(
                "definition",
                "SELECT " + String.join(", ", columns(fact)),
                COLUMNS,
                fact.attribute(COLUMNS).orElse(""))));
  }

  @Override
  public Optional<List<String>> alter(Fact from, Fact to, CatalogSnapshot in) {
    Alteration alteration = Alteration.of(from, to);
    if (alteration.differs("definition") && hasColumnsOf(from, to)) {
      alteration
          .whenAny(Set.of("definition"), List.of(define("CREATE OR REPLACE", to)))
          .whenMatches(name -> name.startsWith(OPTION), name -> "");
    }
    return alteration
        .whenMatches(
            name -> name.startsWith(OPTION),
            name -> "ALTER VIEW %s %s".formatted(Ddl.name(to.key()), Ddl.option(name, to)))
        .statements();
  }
}
