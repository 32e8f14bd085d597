package dev.dbops.migrate.catalog.live;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What a transaction sees of the catalogs, in a number for each. A change gives a row a number of a
 * transaction that is higher than all before: where as many rows add up to the same, none has
 * changed. What is there for a session only does not count.
 *
 * @param transactions which ones are seen: where this is the same nothing at all has happened
 * @param catalogs the number of rows and the sum of the transactions that wrote them, of each
 */
record CatalogMoment(String transactions, String catalogs) {
  private static final String OF_SESSIONS =
      """
      WITH session_schema AS MATERIALIZED (
             SELECT oid FROM pg_namespace WHERE nspname ~ '^pg_(toast_)?temp_'),
           session_relation AS MATERIALIZED (
             SELECT oid FROM pg_class
              WHERE relpersistence = 't' OR relnamespace IN (SELECT oid FROM session_schema))
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
          Map.entry("pg_amop", "0"),
          Map.entry("pg_amproc", "0"),
          Map.entry("pg_attrdef", "adrelid"),
          Map.entry("pg_attribute", "attrelid"),
          Map.entry("pg_cast", "0"),
          Map.entry("pg_default_acl", "0"),
          Map.entry("pg_description", "objoid"),
          Map.entry("pg_enum", "0"),
          Map.entry("pg_event_trigger", "0"),
          Map.entry("pg_extension", "0"),
          Map.entry("pg_foreign_data_wrapper", "0"),
          Map.entry("pg_foreign_server", "0"),
          Map.entry("pg_index", "indrelid"),
          Map.entry("pg_inherits", "inhrelid"),
          Map.entry("pg_language", "0"),
          Map.entry("pg_partitioned_table", "partrelid"),
          Map.entry("pg_policy", "polrelid"),
          Map.entry("pg_publication", "0"),
          Map.entry("pg_publication_rel", "prrelid"),
          Map.entry("pg_rewrite", "ev_class"),
          Map.entry("pg_seclabel", "objoid"),
          Map.entry("pg_sequence", "seqrelid"),
          Map.entry("pg_transform", "0"),
          Map.entry("pg_trigger", "tgrelid"),
          Map.entry("pg_ts_config_map", "0"));

  static CatalogMoment now(Statement statement) throws SQLException {
    return new CatalogMoment(
        one(statement, "SELECT txid_current_snapshot()::text"), one(statement, sums()));
  }

  /** Whether the catalogs that a later transaction sees are these. */
  boolean lasts(Statement later) throws SQLException {
    return one(later, "SELECT txid_current_snapshot()::text").equals(transactions)
        || one(later, sums()).equals(catalogs);
  }

  private static String sums() {
    return OF_SESSIONS
        + "SELECT concat_ws(' ', "
        + IN_SCHEMA.entrySet().stream()
            .map(catalog -> sum(catalog.getKey(), catalog.getValue(), "session_schema"))
            .collect(Collectors.joining(",\n"))
        + ",\n"
        + OF_RELATION.entrySet().stream()
            .map(catalog -> sum(catalog.getKey(), catalog.getValue(), "session_relation"))
            .collect(Collectors.joining(",\n"))
        + ", (SELECT count(*) || '/' || sum(xmin::text::bigint) FROM pg_catalog.pg_depend"
        + " WHERE deptype IN ('e', 'x') OR deptype = 'a' AND refobjsubid > 0"
        + " AND classid = 'pg_class'::regclass AND refclassid = classid"
        + " AND objid NOT IN (SELECT oid FROM session_relation)))";
  }

  private static String sum(String catalog, String column, String session) {
    return ("(SELECT count(*) || '/' || sum(xmin::text::bigint) FROM pg_catalog.%s"
            + " WHERE %s NOT IN (SELECT oid FROM %s))")
        .formatted(catalog, column.equals("0") ? "0::oid" : column, session);
  }

  private static String one(Statement statement, String query) throws SQLException {
    try (ResultSet row = statement.executeQuery(query)) {
      row.next();
      return row.getString(1);
    }
  }
}
