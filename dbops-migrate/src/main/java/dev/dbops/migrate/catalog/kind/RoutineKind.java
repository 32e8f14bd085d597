package dev.dbops.migrate.catalog.kind;

import dev.dbops.migrate.catalog.snapshot.CatalogSnapshot;
import dev.dbops.migrate.catalog.snapshot.Fact;
import dev.dbops.migrate.catalog.snapshot.FactKey;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** A function, window functions too, or a procedure. */
final class RoutineKind implements CatalogKind {
  /** What CREATE OR REPLACE refuses to change. */
  private static final Set<String> FIXED = Set.of("arguments", "returns", "window");

  private static final String DEFAULTS = "sql defaults";

  private final String name;
  private final String kinds;

  private RoutineKind(String name, String kinds) {
    this.name = name;
    this.kinds = kinds;
  }

  static RoutineKind functions() {
    return new RoutineKind("function", "'f', 'w'");
  }

  static RoutineKind procedures() {
    return new RoutineKind("procedure", "'p'");
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public List<String> parents() {
    return List.of(SchemaKind.NAME);
  }

  @Override
  public String catalog() {
    return "pg_proc";
  }

  @Override
  public String query() {
    return """
        SELECT p.oid,
               p.pronamespace AS parent,
               quote_ident(p.proname) || '(' || oidvectortypes(p.proargtypes) || ')' AS name,
               CASE WHEN p.proargnames IS NOT NULL OR p.proargmodes IS NOT NULL THEN (
                        SELECT string_agg(CASE a.mode WHEN 'o' THEN 'OUT ' WHEN 'b' THEN 'INOUT '
                                                      WHEN 'v' THEN 'VARIADIC ' ELSE '' END
                                          || CASE WHEN a.name <> '' THEN quote_ident(a.name) || ' ' ELSE '' END
                                          || format_type(a.type, NULL), ', ' ORDER BY a.number)
                          FROM ROWS FROM (unnest(COALESCE(p.proallargtypes, p.proargtypes::oid[])),
                                          unnest(p.proargnames),
                                          unnest(p.proargmodes)) WITH ORDINALITY a (type, name, mode, number)
                         WHERE a.mode IS DISTINCT FROM 't') END AS arguments,
               CASE WHEN p.pronargdefaults > 0
                    THEN pg_get_expr(p.proargdefaults, 0) END AS "argument defaults",
               NULLIF(p.pronargdefaults, 0) AS "sql defaults",
               pg_get_function_result(p.oid) AS returns,
               l.lanname AS language,
               p.prokind = 'w' AS "window",
               CASE p.provolatile WHEN 'i' THEN 'immutable' WHEN 's' THEN 'stable' END AS volatility,
               CASE p.proparallel WHEN 's' THEN 'safe' WHEN 'r' THEN 'restricted' END AS parallel,
               p.proisstrict AS strict,
               p.prosecdef AS "security definer",
               p.proleakproof AS leakproof,
               NULLIF(p.procost,
                      CASE WHEN l.lanname IN ('internal', 'c') THEN 1 ELSE 100 END) AS cost,
               NULLIF(p.prorows, CASE WHEN p.proretset THEN 1000 ELSE 0 END) AS "rows",
               NULLIF(p.prosupport::text, '-') AS support,
               p.proconfig AS "set",
               CASE WHEN p.protrftypes IS NOT NULL
                    THEN (SELECT string_agg(format_type(t.type, NULL), ', ' ORDER BY t.number)
                            FROM unnest(p.protrftypes) WITH ORDINALITY t (type, number))
               END AS transform,
               NULLIF(p.prosrc, '') AS body,
               CASE WHEN p.prosqlbody IS NOT NULL                 -- since 14
                    THEN pg_get_function_sqlbody(p.oid) END AS "standard body", -- since 14
               p.probin AS "object file",
               pg_get_functiondef(p.oid) AS "sql definition",
               pg_get_userbyid(p.proowner) AS owner,
               p.proacl::text[] AS acl,
               CASE WHEN p.proacl IS NOT NULL
                    THEN acldefault('f', p.proowner)::text[] END AS "acl default"
          FROM pg_proc p
          JOIN pg_language l ON l.oid = p.prolang
         WHERE p.prokind IN (%s) AND p.oid >= 16384
           AND NOT EXISTS (SELECT
                             FROM pg_depend d
                            WHERE d.classid = 'pg_proc'::regclass AND d.objid = p.oid
                              AND d.deptype = 'i')
        """
        .formatted(kinds);
  }

  @Override
  public String reference(FactKey key) {
    return name.toUpperCase(Locale.ROOT) + " " + Ddl.signature(key);
  }

  @Override
  public Optional<String> rename(FactKey from, FactKey to) {
    return Ddl.renameRoutine(reference(from), from, to);
  }

  @Override
  public List<String> create(Fact fact, CatalogSnapshot in) {
    return List.of(fact.attribute("sql definition").orElseThrow().stripTrailing());
  }

  @Override
  public List<String> drop(Fact fact, CatalogSnapshot in) {
    return List.of("DROP " + reference(fact.key()));
  }

  @Override
  public Optional<List<String>> alter(Fact from, Fact to, CatalogSnapshot in) {
    boolean replaceable =
        FIXED.stream().allMatch(each -> from.attribute(each).equals(to.attribute(each)))
            && defaults(to) >= defaults(from);
    return replaceable ? Optional.of(create(to, in)) : Optional.empty();
  }

  private static int defaults(Fact fact) {
    return fact.attribute(DEFAULTS).map(Integer::parseInt).orElse(0);
  }
}
