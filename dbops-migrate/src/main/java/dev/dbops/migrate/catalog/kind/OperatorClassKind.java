package dev.dbops.migrate.catalog.kind;

import dev.dbops.migrate.catalog.snapshot.CatalogSnapshot;
import dev.dbops.migrate.catalog.snapshot.Fact;
import dev.dbops.migrate.catalog.snapshot.FactKey;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** An operator class, with its entries in its family. */
final class OperatorClassKind implements CatalogKind {

  @Override
  public String name() {
    return "operator class";
  }

  @Override
  public List<String> parents() {
    return List.of(SchemaKind.NAME);
  }

  @Override
  public String catalog() {
    return "pg_opclass";
  }

  @Override
  public String query() {
    return """
        SELECT f.oid,
               f.opcnamespace AS parent,
               quote_ident(f.opcname) || ' USING ' || quote_ident(m.amname) AS name,
               quote_ident(f.opcname) AS "sql name",
               quote_ident(m.amname) AS "sql method",
               format_type(f.opcintype, NULL) AS type,
               f.opcdefault AS "default",
               quote_ident(yn.nspname) || '.' || quote_ident(y.opfname) AS family,
               CASE WHEN f.opckeytype <> 0 THEN format_type(f.opckeytype, NULL) END AS storage,
               op.list AS operator,
               fn.list AS function,
               pg_get_userbyid(f.opcowner) AS owner
          FROM pg_opclass f
          JOIN pg_am m ON m.oid = f.opcmethod
          JOIN pg_opfamily y ON y.oid = f.opcfamily
          JOIN pg_namespace yn ON yn.oid = y.opfnamespace
          LEFT JOIN (SELECT d.refobjid AS oid,
                            array_agg(a.amopstrategy || ' ' || '(' || format_type(a.amoplefttype, NULL) || ', ' || format_type(a.amoprighttype, NULL) || ')'
                            || '=' || quote_ident(n.nspname) || '.' || o.oprname || ' ' || '(' || format_type(a.amoplefttype, NULL) || ', ' || format_type(a.amoprighttype, NULL) || ')'
                            || CASE WHEN s.oid IS NULL THEN ''
                               ELSE ' FOR ORDER BY ' || quote_ident(sn.nspname)
                                    || '.' || quote_ident(s.opfname) END) AS list
                       FROM pg_amop a
                       JOIN pg_depend d ON d.classid = 'pg_amop'::regclass AND d.objid = a.oid
                        AND d.refclassid = 'pg_opclass'::regclass AND d.deptype = 'i'
                       JOIN pg_operator o ON o.oid = a.amopopr
                       JOIN pg_namespace n ON n.oid = o.oprnamespace
                       LEFT JOIN pg_opfamily s ON s.oid = a.amopsortfamily
                       LEFT JOIN pg_namespace sn ON sn.oid = s.opfnamespace
                      WHERE a.oid >= 16384
                      GROUP BY 1) op ON op.oid = f.oid
          LEFT JOIN (SELECT d.refobjid AS oid,
                            array_agg(a.amprocnum || ' ' || '(' || format_type(a.amproclefttype, NULL) || ', ' || format_type(a.amprocrighttype, NULL) || ')'
                            || '=' || a.amproc::regprocedure::text) AS list
                       FROM pg_amproc a
                       JOIN pg_depend d ON d.classid = 'pg_amproc'::regclass AND d.objid = a.oid
                        AND d.refclassid = 'pg_opclass'::regclass AND d.deptype = 'i'
                      WHERE a.oid >= 16384
                      GROUP BY 1) fn ON fn.oid = f.oid
         WHERE f.oid >= 16384
        """;
  }

  @Override
  public String reference(FactKey key) {
    return "OPERATOR CLASS " + Ddl.signature(key);
  }

  @Override
  public Optional<String> rename(FactKey from, FactKey to) {
    return Optional.empty();
  }

  @Override
  public List<String> create(Fact fact, CatalogSnapshot in) {
    String type = fact.attribute("type").orElseThrow();
    List<String> entries = new ArrayList<>(OperatorFamilyKind.entries(fact));
    Optional<String> storage = fact.attribute("storage");
    if (storage.isPresent() || entries.isEmpty()) {
      entries.add("STORAGE " + storage.orElse(type));
    }
    return List.of(
        "CREATE OPERATOR CLASS %s.%s%s FOR TYPE %s USING %s FAMILY %s AS %s"
            .formatted(
                Ddl.schema(fact.key()),
                fact.attribute("sql name").orElseThrow(),
                fact.is("default") ? " DEFAULT" : "",
                type,
                fact.attribute("sql method").orElseThrow(),
                fact.attribute("family").orElseThrow(),
                String.join(", ", entries)));
  }

  @Override
  public List<String> drop(Fact fact, CatalogSnapshot in) {
    return List.of("DROP " + reference(fact.key()));
  }
}
