package dev.dbops.migrate;

import java.util.Arrays;
import java.util.Optional;

/**
 * What a lint run can be told: the keys of {@code dbops.yaml}, the parameters of the Maven goal and
 * the options of the command line, all by the same names. Those that Liquibase has too keep its
 * names.
 */
public enum LintParameter {
  CHANGE_LOG_FILE(
      "changeLogFile", "", "The changelog, or a folder, file or glob of SQL migrations."),
  SEARCH_PATH("searchPath", "", "Folders in which changelogs are looked up, separated by commas."),
  CONTEXTS("contexts", "", "Liquibase's contexts; without any, every changeset is linted."),
  LABELS("labels", "", "Liquibase's label filter; without any, every changeset is linted."),
  CHANGELOG_PARAMETERS(
      "changelogParameters",
      "",
      "Liquibase's changelog parameters: name=value, separated by commas."),
  DEFAULT_SCHEMA_NAME("defaultSchemaName", "public", "The schema of names without one."),
  LIQUIBASE_SCHEMA_NAME(
      "liquibaseSchemaName",
      "",
      "The schema of the runner's bookkeeping; the default schema if not given."),
  ENCODING("encoding", "UTF-8", "The encoding of SQL files."),
  MIXED("mixed", "false", "Flyway's mixed: a file may mix transactional and other statements."),
  TRANSACTIONAL_LOCK(
      "transactionalLock",
      "true",
      "Flyway's postgresql.transactional.lock: false if it is switched off in your Flyway."),
  TARGET_VERSION(
      "targetVersion", "18", "The major version of the server that migrations run on, 10 to 18."),
  RULES(
      "rules", "", "Severities by rule: rule-id=off, info, warning or error, separated by commas."),
  FAIL_ON(
      "failOn", "error", "The mildest severity that fails the run: info, warning, error or never."),
  SINCE("since", "", "A git ref: only changesets that changed since are reported."),
  URL("url", "", "A JDBC URL: only changesets that this database has not run are reported."),
  USERNAME("username", "", "The role for the database."),
  PASSWORD("password", "", "The role's password."),
  BASELINE("baseline", "", "A file of findings that are known and not reported."),
  WRITE_BASELINE(
      "writeBaseline", "", "A file to write all findings of this run to, as the next baseline."),
  TABLE_SIZES("tableSizes", "", "A file of table sizes, as properties or JSON."),
  SMALL_TABLE_ROWS("smallTableRows", "10000", "Tables of known size with fewer rows are let off."),
  LARGE_TABLE_ROWS(
      "largeTableRows", "1000000", "Tables of known size with fewer rows give warnings at most."),
  SCAN_BYTES_PER_SECOND(
      "scanBytesPerSecond", "209715200", "How fast the server reads a table, for estimates."),
  REWRITE_BYTES_PER_SECOND(
      "rewriteBytesPerSecond",
      "52428800",
      "How fast the server rewrites a table or builds an index, for estimates."),
  REPORTS(
      "reports",
      "",
      "Reports to write: text, json, sarif, junit, github, gitlab, html, separated by commas."),
  REPORT_DIRECTORY("reportDirectory", ".", "Where reports are written.");

  private final String key;
  private final String defaultValue;
  private final String description;

  LintParameter(String key, String defaultValue, String description) {
    this.key = key;
    this.defaultValue = defaultValue;
    this.description = description;
  }

  /** The name by which users know it. */
  public String key() {
    return key;
  }

  /** What holds if nothing is given; empty if that is nothing. */
  public String defaultValue() {
    return defaultValue;
  }

  /** What it is for, in a sentence. */
  public String description() {
    return description;
  }

  /** The parameter of a name. */
  public static Optional<LintParameter> byKey(String key) {
    return Arrays.stream(values()).filter(each -> each.key.equals(key)).findFirst();
  }
}
