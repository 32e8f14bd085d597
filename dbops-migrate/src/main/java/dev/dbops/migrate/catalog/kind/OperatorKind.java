package dev.dbops.migrate.catalog.kind;

import dev.dbops.migrate.catalog.snapshot.CatalogSnapshot;
import dev.dbops.migrate.catalog.snapshot.Fact;
import dev.dbops.migrate.catalog.snapshot.FactKey;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** An operator. One that others name but nobody has made is none. */
final class OperatorKind implements CatalogKind {
  private static final int ALTER_OPERATOR_SETS_ALL = 17;

  /** What may be said later, but not be taken back. */
  private static final Set<String> LATER = Set.of("commutator", "negator", "hashes", "merges");

  @Override
  public String name() {
    return "operator";
  }

  @Override
  public List<String> parents() {
    return List.of(SchemaKind.NAME);
  }

  @Override
  public String catalog() {
    return "pg_operator";
  }

  @Override
  public String query() {
    return """
        SELECT o.oid,
               o.oprnamespace AS parent,
               o.oprname || '(' || CASE WHEN o.oprleft = 0 THEN 'NONE' ELSE format_type(o.oprleft, NULL) END
                         || ', ' || CASE WHEN o.oprright = 0 THEN 'NONE' ELSE format_type(o.oprright, NULL) END
                         || ')' AS name,
               o.oprcode = 0 AS hidden,
               o.oprname AS "sql name",
               CASE WHEN o.oprleft <> 0 THEN format_type(o.oprleft, NULL) END AS leftarg,
               CASE WHEN o.oprright <> 0 THEN format_type(o.oprright, NULL) END AS rightarg,
               o.oprcode::text AS function,
               'OPERATOR(' || quote_ident(cn.nspname) || '.' || c.oprname || ')' AS commutator,
               'OPERATOR(' || quote_ident(nn.nspname) || '.' || n.oprname || ')' AS negator,
               NULLIF(o.oprrest::text, '-') AS restrict,
               NULLIF(o.oprjoin::text, '-') AS "join",
               o.oprcanhash AS hashes,
               o.oprcanmerge AS merges,
               pg_get_userbyid(o.oprowner) AS owner
          FROM pg_operator o
          LEFT JOIN pg_operator c ON c.oid = o.oprcom
          LEFT JOIN pg_namespace cn ON cn.oid = c.oprnamespace
          LEFT JOIN pg_operator n ON n.oid = o.oprnegate
          LEFT JOIN pg_namespace nn ON nn.oid = n.oprnamespace
         WHERE o.oid >= 16384
        """;
  }

  @Override
  public String reference(FactKey key) {
    return "OPERATOR " + Ddl.signature(key);
  }

  @Override
  public Optional<String> rename(FactKey from, FactKey to) {
    return Optional.empty();
  }

  @Override
  public List<String> create(Fact fact, CatalogSnapshot in) {
    return List.of(
        "CREATE OPERATOR %s.%s %s"
            .formatted(
                Ddl.schema(fact.key()),
                fact.attribute("sql name").orElseThrow(),
                Parameters.of(fact)
                    .sql("leftarg", "rightarg", "function", "commutator", "negator", "restrict")
                    .sql("join", "hashes", "merges")));
  }

  @Override
  public List<String> drop(Fact fact, CatalogSnapshot in) {
    return List.of("DROP " + reference(fact.key()));
  }

  @Override
  public Optional<List<String>> alter(Fact from, Fact to, CatalogSnapshot in) {
    String alter = "ALTER " + reference(to.key()) + " SET ";
    Alteration alteration =
        Alteration.of(from, to)
            .when("restrict", name -> alter + "(RESTRICT = " + name.orElse("NONE") + ")")
            .when("join", name -> alter + "(JOIN = " + name.orElse("NONE") + ")");
    if (in.majorVersion() >= ALTER_OPERATOR_SETS_ALL) {
      alteration.whenMatches(
          name -> LATER.contains(name) && from.attribute(name).isEmpty(),
          name -> alter + "(" + name + " = " + to.attribute(name).orElseThrow() + ")");
    }
    return alteration.statements();
  }
}
