package dev.dbops.migrate.catalog.kind;

import dev.dbops.migrate.catalog.snapshot.CatalogSnapshot;
import dev.dbops.migrate.catalog.snapshot.Fact;
import dev.dbops.migrate.catalog.snapshot.FactKey;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A type whose values only functions in C know. */
final class BaseTypeKind implements CatalogKind {
  private static final Set<String> SETTABLE =
      Set.of("receive", "send", "typmod_in", "typmod_out", "analyze", "subscript");
  private static final int ALTER_TYPE_SET = 13;

  @Override
  public String name() {
    return "base type";
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
               NULLIF(t.typinput::text, '-') AS input,
               NULLIF(t.typoutput::text, '-') AS output,
               NULLIF(t.typreceive::text, '-') AS receive,
               NULLIF(t.typsend::text, '-') AS send,
               NULLIF(t.typmodin::text, '-') AS typmod_in,
               NULLIF(t.typmodout::text, '-') AS typmod_out,
               NULLIF(t.typanalyze::text, '-') AS "analyze",
               NULLIF(t.typsubscript::text, '-') AS subscript, -- since 14
               CASE WHEN t.typlen >= 0 THEN t.typlen END AS internallength,
               CASE WHEN t.typlen = -2 THEN 'cstring' END AS "length",
               t.typbyval AS passedbyvalue,
               CASE t.typalign WHEN 'c' THEN 'char' WHEN 's' THEN 'int2' WHEN 'd' THEN 'double'
               END AS alignment,
               CASE t.typstorage WHEN 'e' THEN 'external' WHEN 'x' THEN 'extended' WHEN 'm' THEN 'main'
               END AS storage,
               NULLIF(t.typcategory, 'U') AS category,
               t.typispreferred AS preferred,
               t.typdefault AS "default",
               CASE WHEN t.typelem <> 0 THEN format_type(t.typelem, NULL) END AS element,
               NULLIF(t.typdelim, ',') AS delimiter,
               t.typcollation <> 0 AS collatable,
               pg_get_userbyid(t.typowner) AS owner,
               t.typacl::text[] AS acl,
               CASE WHEN t.typacl IS NOT NULL
                    THEN acldefault('T', t.typowner)::text[] END AS "acl default"
          FROM pg_type t
         WHERE t.typtype = 'b' AND t.oid >= 16384
           AND NOT EXISTS (SELECT FROM pg_type e WHERE e.typarray = t.oid)
        """;
  }

  @Override
  public String reference(FactKey key) {
    return "TYPE " + Ddl.name(key);
  }

  @Override
  public List<String> create(Fact fact, CatalogSnapshot in) {
    String create =
        "CREATE TYPE %s %s"
            .formatted(
                Ddl.name(fact.key()),
                Parameters.of(fact)
                    .sql("input", "output", "receive", "send", "typmod_in", "typmod_out", "analyze")
                    .sql("subscript", "internallength", "passedbyvalue", "alignment", "storage")
                    .text("category")
                    .sql("preferred")
                    .text("default")
                    .sql("element")
                    .text("delimiter")
                    .sql("collatable"));
    return TypeFunctions.create(fact, List.of(create), in);
  }

  @Override
  public List<String> drop(Fact fact, CatalogSnapshot in) {
    return TypeFunctions.drop(fact, reference(fact.key()), in);
  }

  @Override
  public Optional<List<String>> alter(Fact from, Fact to, CatalogSnapshot in) {
    if (in.majorVersion() < ALTER_TYPE_SET) {
      return Optional.empty();
    }
    return Alteration.of(from, to)
        .whenMatches(
            SETTABLE::contains,
            name ->
                "ALTER TYPE %s SET (%s = %s)"
                    .formatted(Ddl.name(to.key()), name, to.attribute(name).orElse("none")))
        .statements();
  }

  @Override
  public Set<FactKey> createdWith(Fact fact, CatalogSnapshot in) {
    return TypeFunctions.createdWith(fact, in);
  }

  @Override
  public boolean holdsData() {
    return true;
  }
}
