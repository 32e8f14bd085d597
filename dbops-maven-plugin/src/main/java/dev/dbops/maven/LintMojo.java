package dev.dbops.maven;

import dev.dbops.migrate.LintConfiguration;
import dev.dbops.migrate.LintJob;
import dev.dbops.migrate.LintParameter;
import dev.dbops.migrate.ListText;
import dev.dbops.migrate.error.DbopsException;
import dev.dbops.migrate.report.TextReport;
import java.io.File;
import java.io.IOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.maven.artifact.DependencyResolutionRequiredException;
import org.apache.maven.plugin.AbstractMojo;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.plugins.annotations.ResolutionScope;
import org.apache.maven.project.MavenProject;
import org.jspecify.annotations.Nullable;

/**
 * Finds the statements of a changelog that would block a live PostgreSQL. Needs no database. The
 * same parameters stand in {@code dbops.yaml}, where they hold for every project; what is given
 * here takes precedence.
 *
 * <p>Bind it to a phase, or call it by name. Called by name in a build of several modules, Maven
 * runs a goal that needs no project in the first of them only: {@code dbops:lint-modules} lints
 * each.
 */
@Mojo(
    name = "lint",
    defaultPhase = LifecyclePhase.VERIFY,
    requiresProject = false,
    requiresDependencyResolution = ResolutionScope.RUNTIME,
    threadSafe = true)
public class LintMojo extends AbstractMojo {
  @Parameter(defaultValue = "${project}", readonly = true)
  private @Nullable MavenProject project;

  @Parameter(defaultValue = "${reactorProjects}", readonly = true)
  private List<MavenProject> modules = List.of();

  @Parameter(defaultValue = "${mojoExecution}", readonly = true)
  private @Nullable MojoExecution execution;

  @Parameter(defaultValue = "${basedir}", readonly = true)
  private @Nullable File directory;

  /** Lints nothing. */
  @Parameter(property = "dbops.skip", defaultValue = "false")
  private boolean skip;

  /** The configuration file; {@code dbops.yaml} beside the pom is read without being named. */
  @Parameter(property = "dbops.config")
  private @Nullable File config;

  /** The changelog, or a folder, file or glob of SQL migrations. */
  @Parameter(property = "dbops.changeLogFile")
  private @Nullable String changeLogFile;

  /** Folders in which changelogs are looked up, separated by commas. */
  @Parameter(property = "dbops.searchPath")
  private @Nullable String searchPath;

  /** Liquibase's contexts; without any, every changeset is linted. */
  @Parameter(property = "dbops.contexts")
  private @Nullable String contexts;

  /** Liquibase's label filter; without any, every changeset is linted. */
  @Parameter(property = "dbops.labels")
  private @Nullable String labels;

  /** Liquibase's changelog parameters. */
  @Parameter private @Nullable Map<String, String> changelogParameters;

  /** The schema of names without one. Default: {@code public}. */
  @Parameter(property = "dbops.defaultSchemaName")
  private @Nullable String defaultSchemaName;

  /** The schema of the runner's bookkeeping; the default schema if not given. */
  @Parameter(property = "dbops.liquibaseSchemaName")
  private @Nullable String liquibaseSchemaName;

  /** The encoding of SQL files. Default: {@code UTF-8}. */
  @Parameter(property = "dbops.encoding")
  private @Nullable String encoding;

  /** Flyway's mixed: a file may mix transactional and other statements. */
  @Parameter(property = "dbops.mixed")
  private @Nullable String mixed;

  /** Flyway's postgresql.transactional.lock: false if it is switched off in your Flyway. */
  @Parameter(property = "dbops.transactionalLock")
  private @Nullable String transactionalLock;

  /** The major version of the server that migrations run on, 10 to 18. Default: 18. */
  @Parameter(property = "dbops.targetVersion")
  private @Nullable String targetVersion;

  /** Severities by rule: {@code off}, {@code info}, {@code warning} or {@code error}. */
  @Parameter private @Nullable Map<String, String> rules;

  /** The mildest severity that fails the run: info, warning, error or never. Default: error. */
  @Parameter(property = "dbops.failOn")
  private @Nullable String failOn;

  /** A git ref: only changesets that changed since are reported. */
  @Parameter(property = "dbops.since")
  private @Nullable String since;

  /** A JDBC URL: only changesets that this database has not run are reported. */
  @Parameter(property = "dbops.url")
  private @Nullable String url;

  /** The role for the database. */
  @Parameter(property = "dbops.username")
  private @Nullable String username;

  /** The role's password. */
  @Parameter(property = "dbops.password")
  private @Nullable String password;

  /** A file of findings that are known and not reported. */
  @Parameter(property = "dbops.baseline")
  private @Nullable String baseline;

  /** A file to write all findings of this run to, as the next baseline. */
  @Parameter(property = "dbops.writeBaseline")
  private @Nullable String writeBaseline;

  /** A file of table sizes, as properties or JSON. */
  @Parameter(property = "dbops.tableSizes")
  private @Nullable String tableSizes;

  /** Tables of known size with fewer rows are let off. Default: 10,000. */
  @Parameter(property = "dbops.smallTableRows")
  private @Nullable String smallTableRows;

  /** Tables of known size with fewer rows give warnings at most. Default: 1,000,000. */
  @Parameter(property = "dbops.largeTableRows")
  private @Nullable String largeTableRows;

  /** How fast the server reads a table, for estimates. Default: 200 MiB. */
  @Parameter(property = "dbops.scanBytesPerSecond")
  private @Nullable String scanBytesPerSecond;

  /** How fast the server rewrites a table or builds an index, for estimates. Default: 50 MiB. */
  @Parameter(property = "dbops.rewriteBytesPerSecond")
  private @Nullable String rewriteBytesPerSecond;

  /** Reports to write: text, json, sarif, junit, github, gitlab, html, separated by commas. */
  @Parameter(property = "dbops.reports")
  private @Nullable String reports;

  /**
   * Where reports are written. Default: {@code target/dbops}, or the working directory without a
   * project.
   */
  @Parameter(property = "dbops.reportDirectory")
  private @Nullable String reportDirectory;

  @Override
  public void execute() throws MojoExecutionException, MojoFailureException {
    if (skip) {
      getLog().info("dbops:lint is skipped");
      return;
    }
    if (modules.size() > 1 && isFirstOnly()) {
      getLog()
          .warn(
              "Called by name, dbops:lint lints the first project only;"
                  + " run mvn dbops:lint-modules to lint each module");
    }
    Path base = base();
    try (URLClassLoader classLoader = classLoader()) {
      LintJob.Result result = new LintJob(configuration(base), classLoader, base).run();
      StringBuilder text = new StringBuilder();
      new TextReport(false).write(result.report(), text);
      text.toString().lines().forEach(getLog()::info);
      result.written().forEach(file -> getLog().info("Wrote " + file));
      switch (result.outcome()) {
        case CLEAN -> {}
        case FINDINGS ->
            throw new MojoFailureException(
                "There are migrations that would hurt a live database; see the findings above. "
                    + "Run the safe form instead, or accept a danger with a comment: "
                    + "-- dbops:ignore rule-id: reason\n"
                    + "To see them as a page: mvn dbops:lint -Ddbops.reports=html");
        case UNREADABLE ->
            throw new MojoExecutionException(
                result.report().problems().size()
                    + " parts of the changelog could not be read; see the problems above. "
                    + "Mend them and run mvn dbops:lint again.");
      }
    } catch (DbopsException failure) {
      throw new MojoExecutionException(failure.getMessage(), failure);
    } catch (IOException failure) {
      throw new MojoExecutionException("The class path could not be closed", failure);
    }
  }

  private boolean isFirstOnly() {
    return execution != null
        && execution.getSource() == MojoExecution.Source.CLI
        && !execution.getMojoDescriptor().isProjectRequired();
  }

  private Path base() {
    return directory == null ? Path.of("").toAbsolutePath() : directory.toPath();
  }

  /** The project; empty where there is no pom, and Maven makes one up. */
  Optional<MavenProject> project() {
    return Optional.ofNullable(project).filter(each -> each.getFile() != null);
  }

  /** Whether there is anything that is to be linted. */
  boolean namesChangelog() {
    return configuration(base()).get(LintParameter.CHANGE_LOG_FILE).isPresent();
  }

  /**
   * The project's own class path in front of the plugin's: its changelogs, its changes, its rules.
   */
  private URLClassLoader classLoader() throws MojoExecutionException {
    List<URL> urls = new ArrayList<>();
    try {
      if (project().isPresent()) {
        for (String element : project().get().getRuntimeClasspathElements()) {
          urls.add(new File(element).toURI().toURL());
        }
      }
    } catch (DependencyResolutionRequiredException | MalformedURLException failure) {
      throw new MojoExecutionException("The project's class path is not known", failure);
    }
    return new URLClassLoader(urls.toArray(URL[]::new), LintMojo.class.getClassLoader());
  }

  private LintConfiguration configuration(Path base) {
    LintConfiguration file =
        config == null
            ? LintConfiguration.ofDirectory(base)
            : LintConfiguration.read(config.toPath());
    Map<LintParameter, String> defaults = new EnumMap<>(LintParameter.class);
    project()
        .ifPresent(
            each -> {
              defaults.put(
                  LintParameter.REPORT_DIRECTORY, each.getBuild().getDirectory() + "/dbops");
              defaults.put(LintParameter.SEARCH_PATH, "src/main/resources");
            });
    return LintConfiguration.of(defaults)
        .overriddenBy(file)
        .overriddenBy(LintConfiguration.of(given()));
  }

  /** What the pom and the properties give. */
  Map<LintParameter, String> given() {
    Map<LintParameter, String> given = new EnumMap<>(LintParameter.class);
    put(given, LintParameter.CHANGE_LOG_FILE, changeLogFile);
    put(given, LintParameter.SEARCH_PATH, searchPath);
    put(given, LintParameter.CONTEXTS, contexts);
    put(given, LintParameter.LABELS, labels);
    put(given, LintParameter.CHANGELOG_PARAMETERS, pairs(changelogParameters));
    put(given, LintParameter.DEFAULT_SCHEMA_NAME, defaultSchemaName);
    put(given, LintParameter.LIQUIBASE_SCHEMA_NAME, liquibaseSchemaName);
    put(given, LintParameter.ENCODING, encoding);
    put(given, LintParameter.MIXED, mixed);
    put(given, LintParameter.TRANSACTIONAL_LOCK, transactionalLock);
    put(given, LintParameter.TARGET_VERSION, targetVersion);
    put(given, LintParameter.RULES, pairs(rules));
    put(given, LintParameter.FAIL_ON, failOn);
    put(given, LintParameter.SINCE, since);
    put(given, LintParameter.URL, url);
    put(given, LintParameter.USERNAME, username);
    put(given, LintParameter.PASSWORD, password);
    put(given, LintParameter.BASELINE, baseline);
    put(given, LintParameter.WRITE_BASELINE, writeBaseline);
    put(given, LintParameter.TABLE_SIZES, tableSizes);
    put(given, LintParameter.SMALL_TABLE_ROWS, smallTableRows);
    put(given, LintParameter.LARGE_TABLE_ROWS, largeTableRows);
    put(given, LintParameter.SCAN_BYTES_PER_SECOND, scanBytesPerSecond);
    put(given, LintParameter.REWRITE_BYTES_PER_SECOND, rewriteBytesPerSecond);
    put(given, LintParameter.REPORTS, reports);
    put(given, LintParameter.REPORT_DIRECTORY, reportDirectory);
    return given;
  }

  private static void put(
      Map<LintParameter, String> given, LintParameter parameter, @Nullable String value) {
    if (value != null) {
      given.put(parameter, value);
    }
  }

  private static @Nullable String pairs(@Nullable Map<String, String> map) {
    return map == null ? null : ListText.of(map);
  }
}
