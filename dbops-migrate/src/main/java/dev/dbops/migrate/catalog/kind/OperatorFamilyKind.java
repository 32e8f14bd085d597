package dev.dbops.migrate.catalog.kind;

import dev.dbops.migrate.catalog.snapshot.CatalogSnapshot;
import dev.dbops.migrate.catalog.snapshot.Fact;
import dev.dbops.migrate.catalog.snapshot.FactKey;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** An operator family, with the entries that are not of a class in it. */
final class OperatorFamilyKind implements CatalogKind {
  private static final String OPERATOR = "operator ";
  private static final String FUNCTION = "function ";

  @Override
  public String name() {
    return "operator family";
  }

  @Override
  public List<String> parents() {
    return List.of(SchemaKind.NAME);
  }

  @Override
  public String catalog() {
    return "pg_opfamily";
  }

  @Override
  public String query() {
    return """
        SELECT f.oid,
               f.opfnamespace AS parent,
               quote_ident(f.opfname) || ' USING ' || quote_ident(m.amname) AS name,
               op.list AS operator,
               fn.list AS function,
               pg_get_userbyid(f.opfowner) AS owner
          FROM pg_opfamily f
          JOIN pg_am m ON m.oid = f.opfmethod
          LEFT JOIN (SELECT a.amopfamily AS oid,
                            array_agg(a.amopstrategy || ' ' || '(' || format_type(a.amoplefttype, NULL) || ', ' || format_type(a.amoprighttype, NULL) || ')'
                            || '=' || quote_ident(n.nspname) || '.' || o.oprname || ' ' || '(' || format_type(a.amoplefttype, NULL) || ', ' || format_type(a.amoprighttype, NULL) || ')'
                            || CASE WHEN s.oid IS NULL THEN ''
                               ELSE ' FOR ORDER BY ' || quote_ident(sn.nspname)
                                    || '.' || quote_ident(s.opfname) END) AS list
                       FROM pg_amop a
                       LEFT JOIN pg_depend d ON d.classid = 'pg_amop'::regclass AND d.objid = a.oid
                        AND d.refclassid = 'pg_opclass'::regclass AND d.deptype = 'i'
                       JOIN pg_operator o ON o.oid = a.amopopr
                       JOIN pg_namespace n ON n.oid = o.oprnamespace
                       LEFT JOIN pg_opfamily s ON s.oid = a.amopsortfamily
                       LEFT JOIN pg_namespace sn ON sn.oid = s.opfnamespace
                      WHERE a.oid >= 16384 AND d.objid IS NULL
                      GROUP BY 1) op ON op.oid = f.oid
          LEFT JOIN (SELECT a.amprocfamily AS oid,
                            array_agg(a.amprocnum || ' ' || '(' || format_type(a.amproclefttype, NULL) || ', ' || format_type(a.amprocrighttype, NULL) || ')'
                            || '=' || a.amproc::regprocedure::text) AS list
                       FROM pg_amproc a
                       LEFT JOIN pg_depend d ON d.classid = 'pg_amproc'::regclass AND d.objid = a.oid
                        AND d.refclassid = 'pg_opclass'::regclass AND d.deptype = 'i'
                      WHERE a.oid >= 16384 AND d.objid IS NULL
                      GROUP BY 1) fn ON fn.oid = f.oid
         WHERE f.oid >= 16384
        """;
  }

  @Override
  public String reference(FactKey key) {
    return "OPERATOR FAMILY " + Ddl.signature(key);
  }

  @Override
  public Optional<String> rename(FactKey from, FactKey to) {
    return Optional.empty();
  }

  @Override
  public List<String> create(Fact fact, CatalogSnapshot in) {
    List<String> statements = new ArrayList<>();
    statements.add("CREATE " + reference(fact.key()));
    if (!fact.attributes().isEmpty()) {
      statements.add(
          "ALTER %s ADD %s".formatted(reference(fact.key()), String.join(", ", entries(fact))));
    }
    return statements;
  }

  @Override
  public List<String> drop(Fact fact, CatalogSnapshot in) {
    return List.of("DROP " + reference(fact.key()));
  }

  @Override
  public Optional<List<String>> alter(Fact from, Fact to, CatalogSnapshot in) {
    List<String> statements = new ArrayList<>();
    for (String name : from.attributes().keySet()) {
      if (!from.attribute(name).equals(to.attribute(name))) {
        statements.add("ALTER %s DROP %s".formatted(reference(to.key()), name));
      }
    }
    for (String name : to.attributes().keySet()) {
      if (!from.attribute(name).equals(to.attribute(name))) {
        statements.add("ALTER %s ADD %s".formatted(reference(to.key()), entry(to, name)));
      }
    }
    return Optional.of(statements);
  }

  /** The operators and functions, as they stand after ADD and in CREATE OPERATOR CLASS. */
  static List<String> entries(Fact fact) {
    return fact.attributes().keySet().stream()
        .filter(name -> name.startsWith(OPERATOR) || name.startsWith(FUNCTION))
        .map(name -> entry(fact, name))
        .toList();
  }

  /** The types of an operator stand after it, those of a function before. */
  private static String entry(Fact fact, String name) {
    String number = name.startsWith(OPERATOR) ? name.substring(0, name.indexOf(" (")) : name;
    return number + " " + fact.attribute(name).orElseThrow();
  }
}
