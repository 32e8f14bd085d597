package dev.dbops.migrate.catalog.kind;

import dev.dbops.migrate.catalog.snapshot.CatalogSnapshot;
import dev.dbops.migrate.catalog.snapshot.Fact;
import dev.dbops.migrate.catalog.snapshot.FactKey;
import dev.dbops.migrate.sql.SqlIdentifier;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** A column of a table, a foreign table or a composite type. */
final class ColumnKind implements CatalogKind {
  static final String NAME = "column";
  static final List<String> TABLES = List.of(TableKind.NAME, ForeignTableKind.NAME);

  /** What a default can need, and the type of a column cannot. */
  private static final Set<String> CALLED =
      Set.of(SequenceKind.NAME, "function", "aggregate", "operator");

  private static final String INHERITED = "sql inherited";

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public List<String> parents() {
    return TABLES;
  }

  @Override
  public String catalog() {
    return "pg_class";
  }

  /** A default names no columns: to write it down the server need not know of which table it is. */
  @Override
  public String query() {
    return """
        SELECT a.attrelid AS oid,
               a.attnum AS subid,
               a.attrelid AS parent,
               a.attname AS name,
               format_type(a.atttypid, a.atttypmod) AS type,
               CASE WHEN a.attcollation <> t.typcollation
                    THEN (SELECT quote_ident(n.nspname) || '.' || quote_ident(l.collname)
                            FROM pg_collation l
                            JOIN pg_namespace n ON n.oid = l.collnamespace
                           WHERE l.oid = a.attcollation) END AS collation,
               a.attnotnull AS "not null",                              -- before 18
               CASE WHEN a.atthasdef AND a.attgenerated = ''
                    THEN (SELECT pg_get_expr(d.adbin, 0)
                            FROM pg_attrdef d
                           WHERE d.adrelid = a.attrelid AND d.adnum = a.attnum) END AS "default",
               CASE WHEN a.attgenerated <> ''
                    THEN (SELECT pg_get_expr(d.adbin, d.adrelid)
                            FROM pg_attrdef d
                           WHERE d.adrelid = a.attrelid AND d.adnum = a.attnum) END AS generated,
               CASE a.attgenerated WHEN 's' THEN 'stored' WHEN 'v' THEN 'virtual' END AS "generated as",
               CASE a.attidentity WHEN 'a' THEN 'always' WHEN 'd' THEN 'by default' END AS identity, -- before 17
               CASE WHEN c.relispartition THEN NULL WHEN a.attidentity = 'a' THEN 'always' -- since 17
                    WHEN a.attidentity = 'd' THEN 'by default' END AS identity, -- since 17
               CASE WHEN a.attidentity <> '' THEN
                 (SELECT array_remove(
                           ARRAY['sequence=' || NULLIF((SELECT sc.relname FROM pg_class sc
                                                         WHERE sc.oid = s.seqrelid),
                                                       c.relname || '_' || a.attname || '_seq'),
                                 'start=' || NULLIF(s.seqstart, CASE WHEN s.seqincrement > 0
                                                                     THEN s.seqmin
                                                                     ELSE s.seqmax END),
                                 'increment=' || NULLIF(s.seqincrement, 1),
                                 'minimum=' || NULLIF(s.seqmin,
                                                      CASE WHEN s.seqincrement > 0 THEN 1
                                                           WHEN s.seqtypid = 'int2'::regtype
                                                           THEN -32768
                                                           WHEN s.seqtypid = 'int4'::regtype
                                                           THEN -2147483648
                                                           ELSE -9223372036854775808 END),
                                 'maximum=' || NULLIF(s.seqmax,
                                                      CASE WHEN s.seqincrement < 0 THEN -1
                                                           WHEN s.seqtypid = 'int2'::regtype
                                                           THEN 32767
                                                           WHEN s.seqtypid = 'int4'::regtype
                                                           THEN 2147483647
                                                           ELSE 9223372036854775807 END),
                                 'cache=' || NULLIF(s.seqcache, 1),
                                 CASE WHEN s.seqcycle THEN 'cycle=true' END], NULL)
                    FROM pg_sequence s
                   WHERE s.seqrelid = (SELECT d.objid FROM pg_depend d
                                        WHERE d.refclassid = 'pg_class'::regclass
                                          AND d.refobjid = a.attrelid
                                          AND d.refobjsubid = a.attnum
                                          AND d.classid = 'pg_class'::regclass
                                          AND d.deptype = 'i'))
               END AS identity,
               CASE t.typstorage WHEN 'e' THEN 'external' WHEN 'm' THEN 'main'
                    WHEN 'x' THEN 'extended' END AS "sql storage",
               CASE WHEN a.attstorage <> t.typstorage
                    THEN CASE a.attstorage WHEN 'p' THEN 'plain' WHEN 'e' THEN 'external'
                                           WHEN 'm' THEN 'main' ELSE 'extended' END END AS storage,
               CASE a.attcompression WHEN 'p' THEN 'pglz' WHEN 'l' THEN 'lz4' END AS compression, -- since 14
               NULLIF(a.attstattarget, -1) AS "statistics target",
               a.attoptions AS option,
               a.attfdwoptions AS "foreign option",
               a.attinhcount > 0 AND NOT a.attislocal AS "sql inherited",
               a.attacl::text[] AS acl,
               CASE WHEN a.attacl IS NOT NULL THEN pg_get_userbyid(c.relowner) END AS "acl owner",
               CASE WHEN a.attacl IS NOT NULL
                    THEN acldefault('c', c.relowner)::text[] END AS "acl default"
          FROM pg_attribute a
          JOIN pg_class c ON c.oid = a.attrelid
          JOIN pg_type t ON t.oid = a.atttypid
         WHERE a.attrelid >= 16384 AND a.attnum > 0 AND NOT a.attisdropped
           AND c.relkind IN ('r', 'p', 'f') AND c.relpersistence <> 't'
        """;
  }

  @Override
  public boolean isMember() {
    return true;
  }

  @Override
  public String reference(FactKey key) {
    return "COLUMN " + Ddl.name(key);
  }

  @Override
  public String grantReference(FactKey key) {
    return "TABLE " + Ddl.name(key.container());
  }

  @Override
  public String privilege(String name, FactKey key) {
    return name + " (" + Ddl.quoted(key) + ")";
  }

  @Override
  public Optional<FactKey> origin(FactKey key, CatalogSnapshot in) {
    return Inherited.origin(key, in);
  }

  /** What is inherited comes with the column of the parent table. */
  @Override
  public Optional<String> rename(FactKey from, FactKey to) {
    return Optional.of(
        "ALTER TABLE %s RENAME COLUMN %s TO %s"
            .formatted(Ddl.name(from.container()), Ddl.quoted(from), Ddl.quoted(to)));
  }

  @Override
  public List<String> create(Fact column, CatalogSnapshot in) {
    if (column.is(INHERITED)) {
      return List.of();
    }
    List<String> statements = new ArrayList<>();
    statements.add(alterTable(column) + "ADD COLUMN " + ColumnDefinition.of(column, in));
    statements.addAll(ColumnDefinition.settings(column, in, this));
    return statements;
  }

  @Override
  public Set<FactKey> createdWith(Fact column, CatalogSnapshot in) {
    return ColumnDefinition.createdWithColumn(column, in);
  }

  @Override
  public List<String> drop(Fact column, CatalogSnapshot in) {
    return column.is(INHERITED)
        ? List.of()
        : List.of(alterTable(column) + "DROP COLUMN " + Ddl.quoted(column.key()));
  }

  private static String alterTable(Fact column) {
    return "ALTER TABLE " + Ddl.container(column) + " ";
  }

  @Override
  public boolean holdsData() {
    return true;
  }

  /** What is generated can be generated again. */
  @Override
  public boolean holdsData(Fact column) {
    return column.attribute("generated").isEmpty();
  }

  @Override
  public boolean losesData(Fact from, Fact to) {
    return from.attribute("generated").isEmpty()
        && !TypeWidening.keepsValues(
            from.attribute("type").orElseThrow(), to.attribute("type").orElseThrow());
  }

  @Override
  public Optional<List<String>> alter(Fact from, Fact to, CatalogSnapshot in) {
    String all = alterTable(to) + "ALTER COLUMN " + Ddl.quoted(to.key()) + " ";
    String only = all.replaceFirst("ALTER TABLE ", "ALTER TABLE ONLY ");
    Alteration alteration = Alteration.of(from, to);
    generated(alteration, from, to, in, all);
    boolean converts = alteration.differs("type") && from.attribute("default").isPresent();
    if (converts) {
      alteration.also(only + "DROP DEFAULT");
    }
    alteration.whenAny(
        Set.of("type", "collation"), to.is(INHERITED) ? List.of() : type(from, to, all));
    if (converts) {
      to.attribute("default").ifPresent(value -> alteration.also(only + "SET DEFAULT " + value));
      alteration.whenAny(Set.of("default"), List.of());
    }
    alteration
        .when(
            "default",
            value -> only + value.map(set -> "SET DEFAULT " + set).orElse("DROP DEFAULT"))
        .whenAny(Set.of("not null"), notNull(to, all, only, in));
    identity(alteration, from, to, all);
    return alteration
        .when(
            "storage",
            how ->
                only + "SET STORAGE " + how.or(() -> to.attribute("sql storage")).orElse("plain"))
        .when("compression", how -> only + "SET COMPRESSION " + how.orElse("default"))
        .when("statistics target", target -> only + "SET STATISTICS " + target.orElse("-1"))
        .whenMatches(name -> name.startsWith("option "), name -> only + Ddl.option(name, to))
        .whenMatches(
            name -> name.startsWith("foreign option "),
            name -> all + ForeignOptions.change(name, "foreign option ", from, to))
        .statements();
  }

  /** A partition is as the table says, unless it forbids more; heirs are asked one by one. */
  private static List<String> notNull(Fact to, String all, String only, CatalogSnapshot in) {
    FactKey table = new FactKey(TableKind.NAME, to.key().container());
    Optional<FactKey> above = Inherited.partitioned(table, in);
    if (above
        .flatMap(whole -> in.fact(whole.part(NAME, to.key().simpleName())))
        .filter(column -> column.is("not null"))
        .isPresent()) {
      return List.of();
    }
    boolean partitioned =
        in.fact(table).flatMap(fact -> fact.attribute("partitioned by")).isPresent();
    return List.of((partitioned ? all : only) + (to.is("not null") ? "SET" : "DROP") + " NOT NULL");
  }

  private static List<String> type(Fact from, Fact to, String all) {
    String before = from.attribute("type").orElseThrow();
    String type = to.attribute("type").orElseThrow();
    return List.of(
        all
            + "TYPE "
            + type
            + to.attribute("collation").map(name -> " COLLATE " + name).orElse("")
            + (ColumnDefinition.convertsByItself(before, type)
                ? ""
                : " USING " + Ddl.quoted(to.key()) + "::" + type));
  }

  /** Values can cease to be generated, since 13; since 17 they can be generated otherwise. */
  private static void generated(
      Alteration alteration, Fact from, Fact to, CatalogSnapshot in, String all) {
    boolean stored = from.attribute("generated as").equals(Optional.of("stored"));
    if (to.attribute("generated").isEmpty() && stored && in.majorVersion() >= 13) {
      alteration.whenAny(Set.of("generated", "generated as"), List.of(all + "DROP EXPRESSION"));
    } else if (!alteration.differs("generated as") && in.majorVersion() >= 17) {
      alteration.when("generated", as -> all + "SET EXPRESSION AS (" + as.orElseThrow() + ")");
    }
  }

  private static void identity(Alteration alteration, Fact from, Fact to, String all) {
    if (from.attribute("identity").isEmpty() != to.attribute("identity").isEmpty()) {
      alteration
          .when(
              "identity",
              when ->
                  all
                      + (when.isPresent()
                          ? "ADD " + ColumnDefinition.identity(to)
                          : "DROP IDENTITY"))
          .whenMatches(name -> name.startsWith("identity "), name -> "");
      return;
    }
    alteration.when(
        "identity", when -> all + "SET GENERATED " + ColumnDefinition.upper(when.orElseThrow()));
    alteration.when(
        "identity sequence",
        name ->
            "ALTER SEQUENCE %s RENAME TO %s"
                .formatted(
                    Ddl.name(List.of(to.key().name().get(0), sequence(from))),
                    SqlIdentifier.quote(sequence(to))));
    for (String option : SequenceOptions.NAMES) {
      alteration.when(
          "identity " + option,
          value -> all + "SET " + SequenceOptions.ofIdentity(to).clause(option));
    }
  }

  private static String sequence(Fact column) {
    return column
        .attribute("identity sequence")
        .orElse(column.key().container().get(1) + "_" + column.key().simpleName() + "_seq");
  }

  /** A view or an expression that reads it. */
  @Override
  public boolean dependentsForbid(Fact from, Fact to) {
    return !from.attribute("type").equals(to.attribute("type"))
        || !from.attribute("collation").equals(to.attribute("collation"));
  }

  /** Its type it cannot do without. */
  @Override
  public Optional<Fact> without(Fact column, FactKey other) {
    if (column.attribute("default").isEmpty() || !CALLED.contains(other.kind())) {
      return Optional.empty();
    }
    SortedMap<String, String> rest = new TreeMap<>(column.attributes());
    rest.remove("default");
    return Optional.of(new Fact(column.key(), rest, column.members()));
  }
}
