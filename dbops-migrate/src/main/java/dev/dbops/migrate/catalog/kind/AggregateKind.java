package dev.dbops.migrate.catalog.kind;

import dev.dbops.migrate.catalog.snapshot.CatalogSnapshot;
import dev.dbops.migrate.catalog.snapshot.Fact;
import dev.dbops.migrate.catalog.snapshot.FactKey;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** An aggregate function. */
final class AggregateKind implements CatalogKind {
  private static final Set<String> FIXED =
      Set.of("arguments", "stype", "finalfunc", "hypothetical");

  @Override
  public String name() {
    return "aggregate";
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
               pg_get_function_arguments(p.oid) AS arguments,
               quote_ident(p.proname) AS "sql name",
               NULLIF(a.aggtransfn::text, '-') AS sfunc,
               format_type(a.aggtranstype, NULL) AS stype,
               NULLIF(a.aggtransspace, 0) AS sspace,
               NULLIF(a.aggfinalfn::text, '-') AS finalfunc,
               a.aggfinalextra AS finalfunc_extra,
               CASE WHEN a.aggfinalmodify <> CASE a.aggkind WHEN 'n' THEN 'r' ELSE 'w' END
                    THEN CASE a.aggfinalmodify WHEN 'r' THEN 'read_only' WHEN 's' THEN 'shareable'
                                               ELSE 'read_write' END END AS finalfunc_modify,
               NULLIF(a.aggcombinefn::text, '-') AS combinefunc,
               NULLIF(a.aggserialfn::text, '-') AS serialfunc,
               NULLIF(a.aggdeserialfn::text, '-') AS deserialfunc,
               a.agginitval AS initcond,
               NULLIF(a.aggmtransfn::text, '-') AS msfunc,
               NULLIF(a.aggminvtransfn::text, '-') AS minvfunc,
               CASE WHEN a.aggmtranstype <> 0 THEN format_type(a.aggmtranstype, NULL) END AS mstype,
               NULLIF(a.aggmtransspace, 0) AS msspace,
               NULLIF(a.aggmfinalfn::text, '-') AS mfinalfunc,
               a.aggmfinalextra AS mfinalfunc_extra,
               CASE WHEN a.aggmfinalmodify <> CASE a.aggkind WHEN 'n' THEN 'r' ELSE 'w' END
                    THEN CASE a.aggmfinalmodify WHEN 'r' THEN 'read_only' WHEN 's' THEN 'shareable'
                                                ELSE 'read_write' END END AS mfinalfunc_modify,
               a.aggminitval AS minitcond,
               CASE WHEN a.aggsortop <> 0
                    THEN 'OPERATOR(' || quote_ident(sn.nspname) || '.' || s.oprname || ')' END AS sortop,
               CASE p.proparallel WHEN 's' THEN 'safe' WHEN 'r' THEN 'restricted' END AS parallel,
               a.aggkind = 'h' AS hypothetical,
               pg_get_userbyid(p.proowner) AS owner,
               p.proacl::text[] AS acl,
               CASE WHEN p.proacl IS NOT NULL
                    THEN acldefault('f', p.proowner)::text[] END AS "acl default"
          FROM pg_aggregate a
          JOIN pg_proc p ON p.oid = a.aggfnoid
          LEFT JOIN pg_operator s ON s.oid = a.aggsortop
          LEFT JOIN pg_namespace sn ON sn.oid = s.oprnamespace
         WHERE p.oid >= 16384
        """;
  }

  @Override
  public String reference(FactKey key) {
    return "AGGREGATE " + Ddl.signature(key).replaceFirst("\\(\\)$", "(*)");
  }

  @Override
  public String grantReference(FactKey key) {
    return "FUNCTION " + Ddl.signature(key);
  }

  @Override
  public Optional<String> rename(FactKey from, FactKey to) {
    return Ddl.renameRoutine(reference(from), from, to);
  }

  @Override
  public List<String> create(Fact fact, CatalogSnapshot in) {
    return List.of(
        "CREATE OR REPLACE AGGREGATE %s.%s(%s) %s"
            .formatted(
                Ddl.schema(fact.key()),
                fact.attribute("sql name").orElseThrow(),
                fact.attribute("arguments").filter(list -> !list.isEmpty()).orElse("*"),
                Parameters.of(fact)
                    .sql("sfunc", "stype", "sspace", "finalfunc", "finalfunc_extra")
                    .sql("finalfunc_modify", "combinefunc", "serialfunc", "deserialfunc")
                    .text("initcond")
                    .sql("msfunc", "minvfunc", "mstype", "msspace", "mfinalfunc")
                    .sql("mfinalfunc_extra", "mfinalfunc_modify")
                    .text("minitcond")
                    .sql("sortop", "parallel", "hypothetical")));
  }

  @Override
  public List<String> drop(Fact fact, CatalogSnapshot in) {
    return List.of("DROP " + reference(fact.key()));
  }

  /** CREATE OR REPLACE changes all but what it takes and gives. */
  @Override
  public Optional<List<String>> alter(Fact from, Fact to, CatalogSnapshot in) {
    boolean replaceable =
        FIXED.stream().allMatch(each -> from.attribute(each).equals(to.attribute(each)));
    return replaceable ? Optional.of(create(to, in)) : Optional.empty();
  }
}
