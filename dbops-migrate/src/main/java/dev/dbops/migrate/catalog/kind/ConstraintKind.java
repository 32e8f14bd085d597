package dev.dbops.migrate.catalog.kind;

import dev.dbops.migrate.catalog.snapshot.CatalogSnapshot;
import dev.dbops.migrate.catalog.snapshot.Fact;
import dev.dbops.migrate.catalog.snapshot.FactKey;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A constraint of a table, whatever it demands, but for NOT NULL. Its index is a part of it. */
final class ConstraintKind implements CatalogKind {
  static final String NAME = "constraint";

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public List<String> parents() {
    return ColumnKind.TABLES;
  }

  @Override
  public String catalog() {
    return "pg_constraint";
  }

  @Override
  public String query() {
    return """
        SELECT k.oid,
               k.conrelid AS parent,
               k.conname AS name,
               i.indexrelid AS index,
               CASE k.contype WHEN 'p' THEN 'primary key' WHEN 'u' THEN 'unique'
                    WHEN 'c' THEN 'check' WHEN 'f' THEN 'foreign key' WHEN 'x' THEN 'exclude'
               END AS type,
               CASE WHEN k.contype <> 'c' THEN k.conkey END AS "numbers of columns",
               CASE WHEN i.indnatts > i.indnkeyatts
                    THEN (SELECT string_agg(pg_get_indexdef(i.indexrelid, n, false), ', ' ORDER BY n)
                            FROM generate_series(i.indnkeyatts + 1, i.indnatts) AS n)
               END AS include,
               CASE WHEN k.contype = 'c' THEN pg_get_expr(k.conbin, k.conrelid) END AS expression,
               CASE WHEN k.contype = 'x'
                    THEN left(pg_get_constraintdef(k.oid),
                              length(pg_get_constraintdef(k.oid))
                              - CASE WHEN k.condeferred THEN length(' DEFERRABLE INITIALLY DEFERRED')
                                     WHEN k.condeferrable THEN length(' DEFERRABLE')
                                     ELSE 0 END)
               END AS elements,
               CASE WHEN k.contype = 'f' THEN k.confrelid::regclass::text END AS "references",
               CASE WHEN k.contype = 'f'
                    THEN (SELECT string_agg(quote_ident(a.attname), ', '
                                            ORDER BY array_position(k.confkey, a.attnum))
                            FROM pg_attribute a
                           WHERE a.attrelid = k.confrelid AND a.attnum = ANY (k.confkey))
               END AS "referenced columns",
               CASE WHEN k.contype = 'f' THEN
                 CASE k.confupdtype WHEN 'r' THEN 'restrict' WHEN 'c' THEN 'cascade'
                      WHEN 'n' THEN 'set null' WHEN 'd' THEN 'set default' END END AS "on update",
               CASE WHEN k.contype = 'f' THEN
                 CASE k.confdeltype WHEN 'r' THEN 'restrict' WHEN 'c' THEN 'cascade'
                      WHEN 'n' THEN 'set null' WHEN 'd' THEN 'set default' END END AS "on delete",
               CASE WHEN k.confdelsetcols IS NOT NULL -- since 15
                    THEN (SELECT string_agg(quote_ident(a.attname), ', ' ORDER BY a.attnum) -- since 15
                            FROM pg_attribute a -- since 15
                           WHERE a.attrelid = k.conrelid -- since 15
                             AND a.attnum = ANY (k.confdelsetcols)) END AS "on delete columns", -- since 15
               CASE WHEN k.contype = 'f' AND k.confmatchtype = 'f' THEN 'full' END AS match,
               k.condeferrable AS deferrable,
               k.condeferred AS "initially deferred",
               NOT k.convalidated AS "not valid", -- before 18
               NOT k.convalidated AND k.conenforced AS "not valid", -- since 18
               NOT k.conenforced AS "not enforced", -- since 18
               k.contype = 'c' AND k.connoinherit AS "no inherit",
               k.conperiod AS temporal, -- since 18
               i.indnullsnotdistinct AS "nulls not distinct", -- since 15
               i.indisclustered AS clustered,
               i.indisreplident AS "replica identity",
               NOT i.indisvalid AND ic.relkind = 'i' AS invalid,
               ic.reloptions AS option,
               CASE WHEN ic.reltablespace <> 0
                    THEN (SELECT s.spcname FROM pg_tablespace s
                           WHERE s.oid = ic.reltablespace) END AS tablespace,
               CASE WHEN k.contype = 'x' -- before 18
               CASE WHEN k.contype = 'x' OR k.conperiod -- since 18
                    THEN pg_get_constraintdef(k.oid) END AS "sql definition",
               COALESCE(pk.conname, CASE WHEN k.contype = 'c' AND k.coninhcount > 0
                                         THEN k.conname END) AS "sql parent"
          FROM pg_constraint k
          LEFT JOIN pg_index i ON i.indexrelid = k.conindid AND k.contype IN ('p', 'u', 'x')
          LEFT JOIN pg_class ic ON ic.oid = i.indexrelid
          LEFT JOIN pg_constraint pk ON pk.oid = k.conparentid
         WHERE k.oid >= 16384 AND k.conrelid <> 0 AND k.contype IN ('p', 'u', 'x', 'c', 'f')
           AND k.connamespace NOT IN (SELECT oid FROM pg_namespace WHERE nspname ~ '^pg_temp_')
           AND (k.contype <> 'f' OR k.conparentid = 0
                OR pk.confrelid = k.confrelid AND pk.conrelid <> k.conrelid)
        """;
  }

  @Override
  public String reference(FactKey key) {
    return "CONSTRAINT %s ON %s".formatted(Ddl.quoted(key), Ddl.name(key.container()));
  }

  @Override
  public Optional<FactKey> origin(FactKey key, CatalogSnapshot in) {
    return in.fact(key)
        .flatMap(fact -> fact.attribute("sql parent"))
        .flatMap(name -> Inherited.origin(key, name, in));
  }

  @Override
  public boolean mergesIntoOrigin() {
    return true;
  }

  @Override
  public Defect defect(String attribute) {
    return switch (attribute) {
      case "not valid", "not enforced" -> Defect.UNVALIDATED;
      case "invalid" -> Defect.INVALID;
      default -> Defect.NONE;
    };
  }

  @Override
  public Optional<String> rename(FactKey from, FactKey to) {
    return Optional.of(Ddl.renameConstraint("TABLE", from, to));
  }

  @Override
  public List<String> create(Fact fact, CatalogSnapshot in) {
    List<String> statements = new ArrayList<>();
    statements.add(
        "ALTER TABLE %s ADD CONSTRAINT %s %s"
            .formatted(Ddl.container(fact), Ddl.quoted(fact.key()), ConstraintDefinition.of(fact)));
    statements.addAll(IndexSettings.of(fact, in));
    return statements;
  }

  @Override
  public List<String> drop(Fact fact, CatalogSnapshot in) {
    return List.of(
        "ALTER TABLE %s DROP CONSTRAINT %s%s"
            .formatted(
                Ddl.container(fact),
                fact.attribute("sql parent").isPresent() ? "IF EXISTS " : "",
                Ddl.quoted(fact.key())));
  }

  @Override
  public Optional<List<String>> alter(Fact from, Fact to, CatalogSnapshot in) {
    String table = "ALTER TABLE " + Ddl.container(to);
    Alteration alteration = Alteration.of(from, to);
    if (to.attribute("type").equals(Optional.of("foreign key"))) {
      boolean inherited = to.attribute("sql parent").isPresent();
      String alter = table + " ALTER CONSTRAINT " + Ddl.quoted(to.key()) + " ";
      alteration
          .whenAny(
              Set.of("deferrable", "initially deferred"),
              inherited ? List.of() : List.of(alter + deferral(to)))
          .whenAll(
              "not enforced",
              not ->
                  inherited
                      ? List.of()
                      : List.of(alter + (not.isPresent() ? "NOT ENFORCED" : "ENFORCED")));
    }
    if (from.is("not valid")) {
      alteration.when("not valid", valid -> table + " VALIDATE CONSTRAINT " + Ddl.quoted(to.key()));
    }
    if (from.is("invalid")) {
      alteration.when("invalid", valid -> "REINDEX INDEX " + Ddl.inSchema(to.key()));
    }
    return IndexSettings.alter(alteration, to, in).statements();
  }

  private static String deferral(Fact to) {
    if (!to.is("deferrable")) {
      return "NOT DEFERRABLE";
    }
    return "DEFERRABLE INITIALLY " + (to.is("initially deferred") ? "DEFERRED" : "IMMEDIATE");
  }
}
