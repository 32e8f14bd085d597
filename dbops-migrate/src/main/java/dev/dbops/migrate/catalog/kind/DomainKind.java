package dev.dbops.migrate.catalog.kind;

import dev.dbops.migrate.catalog.snapshot.CatalogSnapshot;
import dev.dbops.migrate.catalog.snapshot.Fact;
import dev.dbops.migrate.catalog.snapshot.FactKey;
import dev.dbops.migrate.sql.SqlIdentifier;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A domain; its checks are facts of their own. */
final class DomainKind implements CatalogKind {
  static final String NAME = "domain";
  private static final String DEFAULT = "default";
  private static final String NOT_NULL = "not null";
  private static final String NOT_NULL_NAME = "not null name";

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
    return "pg_type";
  }

  @Override
  public String query() {
    return """
        SELECT t.oid,
               t.typnamespace AS parent,
               t.typname AS name,
               format_type(t.typbasetype, t.typtypmod) AS type,
               CASE WHEN t.typcollation <> b.typcollation
                    THEN quote_ident(ln.nspname) || '.' || quote_ident(l.collname) END AS collation,
               CASE WHEN t.typdefaultbin IS NULL THEN quote_literal(t.typdefault)
                    ELSE pg_get_expr(t.typdefaultbin, 0) END AS "default",
               t.typnotnull AS "not null",
               NULLIF(k.conname, t.typname || '_not_null') AS "not null name", -- since 17
               pg_get_userbyid(t.typowner) AS owner,
               t.typacl::text[] AS acl,
               CASE WHEN t.typacl IS NOT NULL
                    THEN acldefault('T', t.typowner)::text[] END AS "acl default"
          FROM pg_type t
          JOIN pg_type b ON b.oid = t.typbasetype
          LEFT JOIN pg_collation l ON l.oid = t.typcollation AND t.typcollation <> b.typcollation
          LEFT JOIN pg_namespace ln ON ln.oid = l.collnamespace
          LEFT JOIN pg_constraint k ON k.contypid = t.oid AND k.contype = 'n' -- since 17
         WHERE t.typtype = 'd' AND t.oid >= 16384
        """;
  }

  @Override
  public String reference(FactKey key) {
    return "DOMAIN " + Ddl.name(key);
  }

  @Override
  public List<String> create(Fact fact, CatalogSnapshot in) {
    StringBuilder sql = new StringBuilder("CREATE DOMAIN ").append(Ddl.name(fact.key()));
    sql.append(" AS ").append(fact.attribute("type").orElseThrow());
    fact.attribute("collation").ifPresent(name -> sql.append(" COLLATE ").append(name));
    fact.attribute(DEFAULT).ifPresent(value -> sql.append(" DEFAULT ").append(value));
    if (fact.is(NOT_NULL)) {
      sql.append(constraintName(fact)).append(" NOT NULL");
    }
    return List.of(sql.toString());
  }

  @Override
  public List<String> drop(Fact fact, CatalogSnapshot in) {
    return List.of("DROP " + reference(fact.key()));
  }

  private static String constraintName(Fact fact) {
    return fact.attribute(NOT_NULL_NAME)
        .map(name -> " CONSTRAINT " + SqlIdentifier.quote(name))
        .orElse("");
  }

  @Override
  public Optional<List<String>> alter(
      Fact from, Fact to, CatalogSnapshot current, CatalogSnapshot target) {
    if (replaces(from, to)) {
      return Optional.of(
          TypeReplacement.statements(
              to.key(),
              from.attribute("type").orElseThrow(),
              drop(from, current),
              create(to, target),
              current,
              target));
    }
    String alter = "ALTER DOMAIN " + Ddl.name(to.key());
    return Alteration.of(from, to)
        .when(
            DEFAULT,
            value -> alter + value.map(each -> " SET DEFAULT " + each).orElse(" DROP DEFAULT"))
        .whenAny(Set.of(NOT_NULL, NOT_NULL_NAME), notNull(alter, from, to))
        .statements();
  }

  private static List<String> notNull(String alter, Fact from, Fact to) {
    List<String> statements = new ArrayList<>();
    if (from.is(NOT_NULL)) {
      statements.add(alter + " DROP NOT NULL");
    }
    if (to.is(NOT_NULL)) {
      String named = constraintName(to);
      statements.add(
          named.isEmpty() ? alter + " SET NOT NULL" : alter + " ADD" + named + " NOT NULL");
    }
    return statements;
  }

  /** Whether it is over another type: no statement changes that. */
  @Override
  public boolean replaces(Fact from, Fact to) {
    return !from.attribute("type").equals(to.attribute("type"))
        || !from.attribute("collation").equals(to.attribute("collation"));
  }

  @Override
  public boolean dependentsForbid(Fact from, Fact to) {
    return replaces(from, to);
  }
}
