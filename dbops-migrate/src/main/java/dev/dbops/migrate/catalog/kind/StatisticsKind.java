package dev.dbops.migrate.catalog.kind;

import dev.dbops.migrate.catalog.snapshot.CatalogSnapshot;
import dev.dbops.migrate.catalog.snapshot.Fact;
import dev.dbops.migrate.catalog.snapshot.FactKey;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Statistics over several columns or over expressions. */
final class StatisticsKind implements CatalogKind {
  private static final String TARGET = "statistics target";

  @Override
  public String name() {
    return "statistics";
  }

  @Override
  public List<String> parents() {
    return List.of(SchemaKind.NAME);
  }

  @Override
  public String catalog() {
    return "pg_statistic_ext";
  }

  @Override
  public String query() {
    return """
        SELECT s.oid,
               s.stxnamespace AS parent,
               s.stxname AS name,
               quote_ident(cn.nspname) || '.' || quote_ident(c.relname) AS "table",
               (SELECT string_agg(quote_ident(a.attname), ', ' ORDER BY a.attname)
                  FROM pg_attribute a
                 WHERE a.attrelid = s.stxrelid AND a.attnum = ANY (s.stxkeys::int2[])) AS columns,
               array_to_string(pg_get_statisticsobjdef_expressions(s.oid), ', ') AS expressions, -- since 14
               (SELECT string_agg(CASE k WHEN 'd' THEN 'ndistinct' WHEN 'f' THEN 'dependencies'
                                         WHEN 'm' THEN 'mcv' END, ', ' ORDER BY k)
                  FROM unnest(s.stxkind) k) AS kinds,
               NULLIF(s.stxstattarget, -1) AS "statistics target", -- since 13
               pg_get_statisticsobjdef(s.oid) AS "sql definition",
               pg_get_userbyid(s.stxowner) AS owner
          FROM pg_statistic_ext s
          JOIN pg_class c ON c.oid = s.stxrelid
          JOIN pg_namespace cn ON cn.oid = c.relnamespace
         WHERE s.oid >= 16384
        """;
  }

  @Override
  public String reference(FactKey key) {
    return "STATISTICS " + Ddl.name(key);
  }

  @Override
  public List<String> create(Fact fact, CatalogSnapshot in) {
    List<String> statements = new ArrayList<>();
    statements.add(fact.attribute("sql definition").orElseThrow());
    fact.attribute(TARGET).ifPresent(number -> statements.add(target(fact, number)));
    return statements;
  }

  @Override
  public List<String> drop(Fact fact, CatalogSnapshot in) {
    return List.of("DROP " + reference(fact.key()));
  }

  @Override
  public Optional<List<String>> alter(Fact from, Fact to, CatalogSnapshot in) {
    return Alteration.of(from, to)
        .when(TARGET, number -> target(to, number.orElse("-1")))
        .statements();
  }

  private String target(Fact fact, String number) {
    return "ALTER %s SET STATISTICS %s".formatted(reference(fact.key()), number);
  }
}
