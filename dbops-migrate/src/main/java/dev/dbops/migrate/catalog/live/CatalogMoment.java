package dev.dbops.migrate.catalog.live;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a transaction sees of the catalogs, in two numbers for each. A change gives a row the number
 * of a transaction that was running or had not begun: where there are as many rows as before, and
 * those of such transactions add up to the same, none has changed. What is there for a session only
 * does not count.
 *
 * @param transactions which ones are seen: where this is the same nothing at all has happened
 * @param running the first transaction that was running or had not begun
 * @param catalogs the number of rows of each, and the sum of the transactions from this one on
 */
record CatalogMoment(String transactions, String running, String catalogs) {
  private static final String TRANSACTIONS = "SELECT txid_current_snapshot()::text";
  private static final long MAX_TRANSACTION = 0xFFFFFFFFL;

  /** Every server keeps some of the schemas, and few have relations in them at a moment. */
  private static final String OF_SESSIONS =
      """
      SELECT (SELECT string_agg(oid::text, ', ')
                FROM pg_namespace
               WHERE nspname ~ '^pg_(toast_)?temp_'),
             (SELECT string_agg(c.oid::text, ', ')
                FROM pg_class c
               WHERE c.relpersistence = 't'
                  OR c.relnamespace IN (SELECT oid FROM pg_namespace
                                         WHERE nspname ~ '^pg_(toast_)?temp_'))
      """;

  /** By the column that names a schema. */
  private static final Map<String, String> IN_SCHEMA =
      Map.ofEntries(
          Map.entry("pg_class", "relnamespace"),
          Map.entry("pg_collation", "collnamespace"),
          Map.entry("pg_constraint", "connamespace"),
          Map.entry("pg_conversion", "connamespace"),
          Map.entry("pg_namespace", "oid"),
          Map.entry("pg_opclass", "opcnamespace"),
          Map.entry("pg_operator", "oprnamespace"),
          Map.entry("pg_opfamily", "opfnamespace"),
          Map.entry("pg_proc", "pronamespace"),
          Map.entry("pg_statistic_ext", "stxnamespace"),
          Map.entry("pg_ts_config", "cfgnamespace"),
          Map.entry("pg_ts_dict", "dictnamespace"),
          Map.entry("pg_ts_parser", "prsnamespace"),
          Map.entry("pg_ts_template", "tmplnamespace"),
          Map.entry("pg_type", "typnamespace"));

  /** By the column that names a relation, or for lack of one another. */
  private static final Map<String, String> OF_RELATION =
      Map.ofEntries(
          Map.entry("pg_amop", ""),
          Map.entry("pg_amproc", ""),
          Map.entry("pg_attrdef", "adrelid"),
          Map.entry("pg_attribute", "attrelid"),
          Map.entry("pg_cast", ""),
          Map.entry("pg_default_acl", ""),
          Map.entry("pg_description", "objoid"),
          Map.entry("pg_enum", ""),
          Map.entry("pg_event_trigger", ""),
          Map.entry("pg_extension", ""),
          Map.entry("pg_foreign_data_wrapper", ""),
          Map.entry("pg_foreign_server", ""),
          Map.entry("pg_index", "indrelid"),
          Map.entry("pg_inherits", "inhrelid"),
          Map.entry("pg_language", ""),
          Map.entry("pg_partitioned_table", "partrelid"),
          Map.entry("pg_policy", "polrelid"),
          Map.entry("pg_publication", ""),
          Map.entry("pg_publication_rel", "prrelid"),
          Map.entry("pg_rewrite", "ev_class"),
          Map.entry("pg_seclabel", "objoid"),
          Map.entry("pg_sequence", "seqrelid"),
          Map.entry("pg_transform", ""),
          Map.entry("pg_trigger", "tgrelid"),
          Map.entry("pg_ts_config_map", ""));

  static CatalogMoment now(Statement statement) throws SQLException {
    String running =
        one(
            statement,
            "SELECT txid_snapshot_xmin(txid_current_snapshot()) & %d".formatted(MAX_TRANSACTION));
    return new CatalogMoment(one(statement, TRANSACTIONS), running, catalogs(running, statement));
  }

  /** Whether the catalogs that a later transaction sees are these. */
  boolean lasts(Statement later) throws SQLException {
    return one(later, TRANSACTIONS).equals(transactions)
        || catalogs(running, later).equals(catalogs);
  }

  private static String catalogs(String running, Statement statement) throws SQLException {
    Optional<String> schemas;
    Optional<String> relations;
    try (ResultSet row = statement.executeQuery(OF_SESSIONS)) {
      row.next();
      schemas = Optional.ofNullable(row.getString(1));
      relations = Optional.ofNullable(row.getString(2));
    }
    List<String> numbers = new ArrayList<>();
    IN_SCHEMA.forEach((catalog, column) -> numbers.add(numbers(catalog, outside(column, schemas))));
    OF_RELATION.forEach(
        (catalog, column) ->
            numbers.add(numbers(catalog, column.isEmpty() ? "true" : outside(column, relations))));
    numbers.add(
        numbers(
            "pg_depend",
            "(deptype IN ('e', 'x') OR deptype = 'a' AND refobjsubid > 0"
                + " AND classid = 'pg_class'::regclass AND refclassid = classid) AND "
                + outside("objid", relations)));
    return one(
        statement,
        "WITH later AS MATERIALIZED (SELECT age('%s'::xid) AS since) SELECT concat_ws(' ', %s)"
            .formatted(running, String.join(",\n", numbers)));
  }

  private static String outside(String column, Optional<String> oids) {
    return oids.map(list -> "%s NOT IN (%s)".formatted(column, list)).orElse("true");
  }

  private static String numbers(String catalog, String condition) {
    return ("(SELECT count(*) || '/' || COALESCE(sum(xmin::text::bigint)"
            + " FILTER (WHERE age(xmin) <= (SELECT since FROM later)), 0)"
            + " FROM pg_catalog.%s WHERE %s)")
        .formatted(catalog, condition);
  }

  private static String one(Statement statement, String query) throws SQLException {
    try (ResultSet row = statement.executeQuery(query)) {
      row.next();
      return row.getString(1);
    }
  }
}
