package dev.dbops.migrate;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/**
 * What a run can be told: the keys of {@code dbops.yaml}, the parameters of the Maven goals and the
 * options of the command line, all by the same names. Those that Liquibase has too keep its names.
 */
public enum JobParameter {
  CHANGE_LOG_FILE(
      "changeLogFile",
      "",
      "The changelog, or a folder, file or glob of SQL migrations.",
      Goal.LINT,
      Goal.DRIFT,
      Goal.SNAPSHOT),
  SEARCH_PATH(
      "searchPath",
      "",
      "Folders in which changelogs are looked up, separated by commas.",
      Goal.LINT,
      Goal.DRIFT,
      Goal.SNAPSHOT),
  CONTEXTS(
      "contexts",
      "",
      "Liquibase's contexts; without any, every changeset is taken.",
      Goal.LINT,
      Goal.DRIFT,
      Goal.SNAPSHOT),
  LABELS(
      "labels",
      "",
      "Liquibase's label filter; without any, every changeset is taken.",
      Goal.LINT,
      Goal.DRIFT,
      Goal.SNAPSHOT),
  CHANGELOG_PARAMETERS(
      "changelogParameters",
      "",
      "Liquibase's changelog parameters: name=value, separated by commas.",
      Goal.LINT,
      Goal.DRIFT,
      Goal.SNAPSHOT),
  DEFAULT_SCHEMA_NAME(
      "defaultSchemaName",
      "public",
      "The schema of names without one.",
      Goal.LINT,
      Goal.DRIFT,
      Goal.SNAPSHOT),
  LIQUIBASE_SCHEMA_NAME(
      "liquibaseSchemaName",
      "",
      "The schema of the runner's bookkeeping; the default schema if not given.",
      Goal.LINT),
  ENCODING("encoding", "UTF-8", "The encoding of SQL files.", Goal.LINT, Goal.DRIFT, Goal.SNAPSHOT),
  MIXED(
      "mixed",
      "false",
      "Flyway's mixed: a file may mix transactional and other statements.",
      Goal.LINT,
      Goal.DRIFT,
      Goal.SNAPSHOT),
  TRANSACTIONAL_LOCK(
      "transactionalLock",
      "true",
      "Flyway's postgresql.transactional.lock: false if it is switched off in your Flyway.",
      Goal.LINT),
  TARGET_VERSION(
      "targetVersion",
      "18",
      "The major version of the server that migrations run on, 10 to 18.",
      Goal.LINT),
  RULES(
      "rules",
      "",
      "Severities by rule: rule-id=off, info, warning or error, separated by commas.",
      Goal.LINT),
  FAIL_ON(
      "failOn",
      "error",
      "The mildest severity that fails the run: info, warning, error or never.",
      Goal.LINT),
  FAIL_ON_DRIFT(
      "failOnDrift",
      "info",
      "The mildest difference that fails the run: info, warning, error or never.",
      Goal.DRIFT),
  SINCE("since", "", "A git ref: only changesets that changed since are reported.", Goal.LINT),
  URL(
      "url",
      "",
      "A JDBC URL: the database that drift compares; lint reports only what it has not run.",
      Goal.LINT,
      Goal.DRIFT),
  USERNAME("username", "", "The role for the database.", Goal.LINT, Goal.DRIFT),
  PASSWORD("password", "", "The role's password.", Goal.LINT, Goal.DRIFT),
  SNAPSHOT_FILE(
      "snapshotFile",
      "",
      "A snapshot: snapshot writes it, drift expects what it says instead of running the"
          + " changelog.",
      Goal.DRIFT,
      Goal.SNAPSHOT),
  REFERENCE_URL(
      "referenceUrl",
      "",
      "A JDBC URL: the database that drift expects and snapshot writes down instead of running the"
          + " changelog.",
      Goal.DRIFT,
      Goal.SNAPSHOT),
  REFERENCE_USERNAME(
      "referenceUsername", "", "The role for that database.", Goal.DRIFT, Goal.SNAPSHOT),
  REFERENCE_PASSWORD("referencePassword", "", "That role's password.", Goal.DRIFT, Goal.SNAPSHOT),
  SCRATCH_URL(
      "scratchUrl",
      "",
      "A JDBC URL: the server on which a database is created to run the changelog, and dropped; an"
          + " embedded server if not given.",
      Goal.DRIFT,
      Goal.SNAPSHOT),
  SCRATCH_USERNAME(
      "scratchUsername",
      "",
      "The role for that server; needs CREATEDB.",
      Goal.DRIFT,
      Goal.SNAPSHOT),
  SCRATCH_PASSWORD("scratchPassword", "", "That role's password.", Goal.DRIFT, Goal.SNAPSHOT),
  IGNORE(
      "ignore",
      "",
      "What does not count as drift: kind name=reason, separated by commas.",
      Goal.DRIFT),
  STRICT(
      "strict",
      "false",
      "Whether things that could not be seen or are not known fail the run.",
      Goal.DRIFT),
  BASELINE("baseline", "", "A file of findings that are known and not reported.", Goal.LINT),
  WRITE_BASELINE(
      "writeBaseline",
      "",
      "A file to write all findings of this run to, as the next baseline.",
      Goal.LINT),
  TABLE_SIZES(
      "tableSizes",
      "",
      "Table sizes: a file of properties or JSON, or the JDBC URL of a database to ask.",
      Goal.LINT),
  SMALL_TABLE_ROWS(
      "smallTableRows", "10000", "Tables of known size with fewer rows are let off.", Goal.LINT),
  LARGE_TABLE_ROWS(
      "largeTableRows",
      "1000000",
      "Tables of known size with fewer rows give warnings at most.",
      Goal.LINT),
  SCAN_BYTES_PER_SECOND(
      "scanBytesPerSecond",
      "209715200",
      "How fast the server reads a table, for estimates.",
      Goal.LINT),
  REWRITE_BYTES_PER_SECOND(
      "rewriteBytesPerSecond",
      "52428800",
      "How fast the server rewrites a table or builds an index, for estimates.",
      Goal.LINT),
  REPORTS(
      "reports",
      "",
      "Reports to write: text, json, sarif, junit, html, for lint also github and gitlab, for drift"
          + " also sql, separated by commas.",
      Goal.LINT,
      Goal.DRIFT),
  REPORT_DIRECTORY("reportDirectory", ".", "Where reports are written.", Goal.LINT, Goal.DRIFT);

  private final String key;
  private final String defaultValue;
  private final String description;

  @SuppressWarnings("ImmutableEnumChecker") // Nobody gets it but as a copy.
  private final Set<Goal> goals;

  JobParameter(String key, String defaultValue, String description, Goal first, Goal... others) {
    this.key = key;
    this.defaultValue = defaultValue;
    this.description = description;
    this.goals = EnumSet.of(first, others);
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

  /** Those that heed it. */
  public Set<Goal> goals() {
    return EnumSet.copyOf(goals);
  }

  /**
   * The environment variable that gives it where nothing else does; of passwords only, which should
   * stand in no file and no list of processes.
   */
  public Optional<String> variable() {
    return name().endsWith("PASSWORD") ? Optional.of("DBOPS_" + name()) : Optional.empty();
  }

  /** The parameter of a name. */
  public static Optional<JobParameter> byKey(String key) {
    return Arrays.stream(values()).filter(each -> each.key.equals(key)).findFirst();
  }
}
