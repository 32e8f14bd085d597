package dev.dbops.migrate.catalog.kind;

import dev.dbops.migrate.catalog.snapshot.CatalogSnapshot;
import dev.dbops.migrate.catalog.snapshot.Fact;
import dev.dbops.migrate.catalog.snapshot.FactKey;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A text search configuration, with the dictionaries for each type of token. */
final class TextSearchConfigurationKind implements CatalogKind {
  private static final String MAPPING = "mapping ";

  @Override
  public String name() {
    return "text search configuration";
  }

  @Override
  public List<String> parents() {
    return List.of(SchemaKind.NAME);
  }

  @Override
  public String catalog() {
    return "pg_ts_config";
  }

  @Override
  public String query() {
    return """
        SELECT c.oid,
               c.cfgnamespace AS parent,
               c.cfgname AS name,
               quote_ident(pn.nspname) || '.' || quote_ident(p.prsname) AS parser,
               m.list AS mapping,
               pg_get_userbyid(c.cfgowner) AS owner
          FROM pg_ts_config c
          JOIN pg_ts_parser p ON p.oid = c.cfgparser
          JOIN pg_namespace pn ON pn.oid = p.prsnamespace
          LEFT JOIN (SELECT g.mapcfg, array_agg(g.token || '=' || g.dictionaries) AS list
                       FROM (SELECT m.mapcfg,
                                    quote_ident(y.alias) AS token,
                                    string_agg(quote_ident(n.nspname) || '.' || quote_ident(d.dictname),
                                               ', ' ORDER BY m.mapseqno) AS dictionaries
                               FROM pg_ts_config_map m
                               JOIN pg_ts_config f ON f.oid = m.mapcfg
                               JOIN (SELECT p.oid AS parser, k.tokid, k.alias
                                       FROM pg_ts_parser p, ts_token_type(p.oid) k) y
                                 ON y.parser = f.cfgparser AND y.tokid = m.maptokentype
                               JOIN pg_ts_dict d ON d.oid = m.mapdict
                               JOIN pg_namespace n ON n.oid = d.dictnamespace
                              WHERE m.mapcfg >= 16384
                              GROUP BY m.mapcfg, y.alias) g
                      GROUP BY g.mapcfg) m ON m.mapcfg = c.oid
         WHERE c.oid >= 16384
        """;
  }

  @Override
  public String reference(FactKey key) {
    return "TEXT SEARCH CONFIGURATION " + Ddl.name(key);
  }

  @Override
  public List<String> create(Fact fact, CatalogSnapshot in) {
    List<String> statements = new ArrayList<>();
    statements.add(
        "CREATE %s (PARSER = %s)"
            .formatted(reference(fact.key()), fact.attribute("parser").orElseThrow()));
    fact.attributes().keySet().stream()
        .filter(name -> name.startsWith(MAPPING))
        .forEach(name -> statements.add(mapping("ADD", fact, name)));
    return statements;
  }

  @Override
  public List<String> drop(Fact fact, CatalogSnapshot in) {
    return List.of("DROP " + reference(fact.key()));
  }

  @Override
  public Optional<List<String>> alter(Fact from, Fact to, CatalogSnapshot in) {
    return Alteration.of(from, to)
        .whenMatches(
            name -> name.startsWith(MAPPING),
            name ->
                to.attribute(name).isPresent()
                    ? mapping(from.attribute(name).isPresent() ? "ALTER" : "ADD", to, name)
                    : "ALTER %s DROP MAPPING FOR %s"
                        .formatted(reference(to.key()), name.substring(MAPPING.length())))
        .statements();
  }

  private String mapping(String verb, Fact fact, String name) {
    return "ALTER %s %s MAPPING FOR %s WITH %s"
        .formatted(
            reference(fact.key()),
            verb,
            name.substring(MAPPING.length()),
            fact.attribute(name).orElseThrow());
  }
}
