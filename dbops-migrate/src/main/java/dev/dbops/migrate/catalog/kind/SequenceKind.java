package dev.dbops.migrate.catalog.kind;

import dev.dbops.migrate.catalog.snapshot.CatalogSnapshot;
import dev.dbops.migrate.catalog.snapshot.Fact;
import dev.dbops.migrate.catalog.snapshot.FactKey;
import dev.dbops.migrate.sql.SqlIdentifier;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A sequence; that of an identity is told of with its column. How far it has counted is no part of
 * the schema.
 */
final class SequenceKind implements CatalogKind {
  static final String NAME = "sequence";
  private static final String TYPE = "type";

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
               NULLIF(l.name, 'bigint') AS type,
               NULLIF(s.seqstart, CASE WHEN s.seqincrement > 0
                                       THEN s.seqmin ELSE s.seqmax END) AS start,
               NULLIF(s.seqincrement, 1) AS increment,
               NULLIF(s.seqmin, CASE WHEN s.seqincrement > 0
                                     THEN 1 ELSE l.lowest END) AS minimum,
               NULLIF(s.seqmax, CASE WHEN s.seqincrement > 0
                                     THEN l.highest ELSE -1 END) AS maximum,
               NULLIF(s.seqcache, 1) AS cache,
               s.seqcycle AS cycle,
               CASE c.relpersistence WHEN 'u' THEN 'unlogged' END AS persistence,
               pg_get_userbyid(c.relowner) AS owner,
               c.relacl::text[] AS acl,
               CASE WHEN c.relacl IS NOT NULL
                    THEN acldefault('s', c.relowner)::text[] END AS "acl default"
          FROM pg_sequence s
          JOIN pg_class c ON c.oid = s.seqrelid
          JOIN (VALUES ('int2'::regtype, 'smallint', -32768::bigint, 32767::bigint),
                       ('int4', 'integer', -2147483648, 2147483647),
                       ('int8', 'bigint', -9223372036854775808, 9223372036854775807))
               AS l (type, name, lowest, highest) ON l.type = s.seqtypid
         WHERE c.oid >= 16384 AND c.relpersistence <> 't'
           AND NOT EXISTS (SELECT FROM pg_depend d
                            WHERE d.classid = 'pg_class'::regclass AND d.objid = s.seqrelid
                              AND d.refclassid = d.classid AND d.deptype = 'i')
        """;
  }

  @Override
  public String reference(FactKey key) {
    return "SEQUENCE " + Ddl.name(key);
  }

  /** One that a column owns comes and goes with it. */
  @Override
  public Optional<FactKey> origin(FactKey key, CatalogSnapshot in) {
    return SequenceOwnershipKind.column(key, in);
  }

  @Override
  public boolean mergesIntoOrigin() {
    return true;
  }

  @Override
  public List<String> create(Fact fact, CatalogSnapshot in) {
    String type = fact.attribute(TYPE).map(name -> " AS " + name).orElse("");
    String options = SequenceOptions.of(fact).said();
    return List.of(
        "CREATE %sSEQUENCE %s%s%s"
            .formatted(
                fact.attribute("persistence").isPresent() ? "UNLOGGED " : "",
                Ddl.name(fact.key()),
                type,
                options.isEmpty() ? "" : " " + options));
  }

  @Override
  public List<String> drop(Fact fact, CatalogSnapshot in) {
    return List.of(
        "DROP SEQUENCE %s%s"
            .formatted(
                origin(fact.key(), in).isPresent() ? "IF EXISTS " : "", Ddl.name(fact.key())));
  }

  /** How far it has counted: one that is made again gives out the same numbers again. */
  @Override
  public boolean holdsData() {
    return true;
  }

  @Override
  public Optional<List<String>> alter(Fact from, Fact to, CatalogSnapshot in) {
    Set<String> options = new HashSet<>(SequenceOptions.NAMES);
    options.add(TYPE);
    return Alteration.of(from, to)
        .whenAny(options, count(from, to))
        .when(
            "persistence",
            unlogged ->
                "ALTER SEQUENCE %s SET %s"
                    .formatted(Ddl.name(to.key()), unlogged.isPresent() ? "UNLOGGED" : "LOGGED"))
        .statements();
  }

  /** The server wants the value that it is at within the bounds at any time. */
  private static List<String> count(Fact from, Fact to) {
    SequenceOptions before = SequenceOptions.of(from);
    SequenceOptions after = SequenceOptions.of(to);
    String alter = "ALTER SEQUENCE " + Ddl.name(to.key());
    List<String> statements = new ArrayList<>();
    if (after.lowest() < before.lowest() || after.highest() > before.highest()) {
      statements.add(
          "%s AS bigint MINVALUE %d MAXVALUE %d"
              .formatted(
                  alter,
                  Math.min(before.lowest(), after.lowest()),
                  Math.max(before.highest(), after.highest())));
    }
    if (after.lowest() > before.lowest() || after.highest() < before.highest()) {
      statements.add(intoBounds(to.key(), after));
    }
    statements.add(
        "%s AS %s %s".formatted(alter, to.attribute(TYPE).orElse("bigint"), after.all()));
    return statements;
  }

  /** To the nearest value that it can have, where it is outside. */
  private static String intoBounds(FactKey sequence, SequenceOptions bounds) {
    return """
        SELECT setval(%s, LEAST(GREATEST(last_value, %d), %d), false)
          FROM %s
         WHERE last_value NOT BETWEEN %2$d AND %3$d"""
        .formatted(
            SqlIdentifier.quoteLiteral(Ddl.name(sequence)),
            bounds.lowest(),
            bounds.highest(),
            Ddl.name(sequence));
  }
}
