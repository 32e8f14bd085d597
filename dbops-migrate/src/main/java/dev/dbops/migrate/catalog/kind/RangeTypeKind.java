package dev.dbops.migrate.catalog.kind;

import dev.dbops.migrate.catalog.snapshot.CatalogSnapshot;
import dev.dbops.migrate.catalog.snapshot.Fact;
import dev.dbops.migrate.catalog.snapshot.FactKey;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A range type, with its multirange type from PostgreSQL 14 on. */
final class RangeTypeKind implements CatalogKind {
  static final String NAME = "range type";

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
               format_type(r.rngsubtype, NULL) AS subtype,
               CASE WHEN NOT o.opcdefault
                    THEN quote_ident(onsp.nspname) || '.' || quote_ident(o.opcname)
               END AS "subtype_opclass",
               CASE WHEN r.rngcollation <> s.typcollation
                    THEN quote_ident(ln.nspname) || '.' || quote_ident(l.collname) END AS collation,
               NULLIF(r.rngcanonical::text, '-') AS canonical,
               NULLIF(r.rngsubdiff::text, '-') AS subtype_diff,
               CASE WHEN m.typname <> CASE WHEN position('range' IN t.typname) > 0 -- since 14
                                           THEN regexp_replace(t.typname, 'range', 'multirange') -- since 14
                                           ELSE t.typname || '_multirange' END -- since 14
                    THEN quote_ident(mn.nspname) || '.' || quote_ident(m.typname) -- since 14
               END AS multirange_type_name, -- since 14
               pg_get_userbyid(t.typowner) AS owner,
               t.typacl::text[] AS acl,
               CASE WHEN t.typacl IS NOT NULL
                    THEN acldefault('T', t.typowner)::text[] END AS "acl default"
          FROM pg_range r
          JOIN pg_type t ON t.oid = r.rngtypid
          JOIN pg_type s ON s.oid = r.rngsubtype
          JOIN pg_opclass o ON o.oid = r.rngsubopc
          JOIN pg_namespace onsp ON onsp.oid = o.opcnamespace
          LEFT JOIN pg_collation l ON l.oid = r.rngcollation AND r.rngcollation <> s.typcollation
          LEFT JOIN pg_namespace ln ON ln.oid = l.collnamespace
          LEFT JOIN pg_type m ON m.oid = r.rngmultitypid -- since 14
          LEFT JOIN pg_namespace mn ON mn.oid = m.typnamespace -- since 14
         WHERE t.oid >= 16384
        """;
  }

  @Override
  public String reference(FactKey key) {
    return "TYPE " + Ddl.name(key);
  }

  @Override
  public List<String> create(Fact fact, CatalogSnapshot in) {
    String create =
        "CREATE TYPE %s AS RANGE %s"
            .formatted(
                Ddl.name(fact.key()),
                Parameters.of(fact)
                    .sql("subtype", "subtype_opclass", "collation", "canonical", "subtype_diff")
                    .sql("multirange_type_name"));
    return TypeFunctions.create(fact, List.of(create), in);
  }

  @Override
  public List<String> drop(Fact fact, CatalogSnapshot in) {
    return TypeFunctions.drop(fact, reference(fact.key()), in);
  }

  @Override
  public Set<FactKey> createdWith(Fact fact, CatalogSnapshot in) {
    return TypeFunctions.createdWith(fact, in);
  }

  @Override
  public Optional<List<String>> alter(
      Fact from, Fact to, CatalogSnapshot current, CatalogSnapshot target) {
    if (TypeFunctions.createdWith(from, current).size() > 1
        || TypeFunctions.createdWith(to, target).size() > 1) {
      return Optional.empty();
    }
    return Optional.of(
        TypeReplacement.statements(
            to.key(), "text", drop(from, current), create(to, target), current, target));
  }

  @Override
  public boolean replaces(Fact from, Fact to) {
    return true;
  }

  @Override
  public boolean dependentsForbid(Fact from, Fact to) {
    return true;
  }
}
