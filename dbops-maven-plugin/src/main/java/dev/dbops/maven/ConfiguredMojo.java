package dev.dbops.maven;

import dev.dbops.migrate.Configuration;
import dev.dbops.migrate.JobParameter;
import dev.dbops.migrate.ListText;
import dev.dbops.migrate.error.DbopsException;
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
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.project.MavenProject;
import org.jspecify.annotations.Nullable;

/**
 * What all goals have in common: the changelog, and {@code dbops.yaml} with the same parameters,
 * over which what is given here takes precedence.
 */
abstract class ConfiguredMojo extends AbstractMojo {
  @Parameter(defaultValue = "${project}", readonly = true)
  private @Nullable MavenProject project;

  @Parameter(defaultValue = "${mojoExecution}", readonly = true)
  private @Nullable MojoExecution execution;

  @Parameter(defaultValue = "${basedir}", readonly = true)
  private @Nullable File directory;

  /** Does nothing. */
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

  /** Liquibase's contexts; without any, every changeset is taken. */
  @Parameter(property = "dbops.contexts")
  private @Nullable String contexts;

  /** Liquibase's label filter; without any, every changeset is taken. */
  @Parameter(property = "dbops.labels")
  private @Nullable String labels;

  /** Liquibase's changelog parameters. */
  @Parameter private @Nullable Map<String, String> changelogParameters;

  /** The schema of names without one. Default: {@code public}. */
  @Parameter(property = "dbops.defaultSchemaName")
  private @Nullable String defaultSchemaName;

  /** The encoding of SQL files. Default: {@code UTF-8}. */
  @Parameter(property = "dbops.encoding")
  private @Nullable String encoding;

  /** Flyway's mixed: a file may mix transactional and other statements. */
  @Parameter(property = "dbops.mixed")
  private @Nullable String mixed;

  /**
   * Runs, with the class path of the project in front of the plugin's.
   *
   * @param base what relative paths refer to
   */
  abstract void run(Configuration configuration, ClassLoader classLoader, Path base)
      throws IOException, MojoExecutionException, MojoFailureException;

  @Override
  public void execute() throws MojoExecutionException, MojoFailureException {
    if (skip) {
      getLog().info("dbops:" + goal() + " is skipped");
      return;
    }
    try (URLClassLoader classLoader = classLoader()) {
      run(configuration(), classLoader, base());
    } catch (DbopsException failure) {
      throw new MojoExecutionException(failure.getMessage(), failure);
    } catch (IOException failure) {
      throw new MojoExecutionException("The class path could not be closed", failure);
    }
  }

  private String goal() {
    return execution == null ? "" : execution.getGoal();
  }

  /** Whether Maven runs the goal in the first project only. */
  boolean isFirstOnly() {
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
    return new URLClassLoader(urls.toArray(URL[]::new), ConfiguredMojo.class.getClassLoader());
  }

  /** From the project, the file, the environment and what is given here; the last one counts. */
  Configuration configuration() {
    Configuration file =
        config == null ? Configuration.ofDirectory(base()) : Configuration.read(config.toPath());
    Map<JobParameter, String> defaults = new EnumMap<>(JobParameter.class);
    project()
        .ifPresent(
            each -> {
              defaults.put(
                  JobParameter.REPORT_DIRECTORY, each.getBuild().getDirectory() + "/dbops");
              defaults.put(JobParameter.SEARCH_PATH, "src/main/resources");
            });
    return Configuration.of(defaults)
        .overriddenBy(file)
        .overriddenBy(Configuration.ofEnvironment(System.getenv()))
        .overriddenBy(Configuration.of(given()));
  }

  /** What the pom and the properties give. */
  Map<JobParameter, String> given() {
    Map<JobParameter, String> given = new EnumMap<>(JobParameter.class);
    put(given, JobParameter.CHANGE_LOG_FILE, changeLogFile);
    put(given, JobParameter.SEARCH_PATH, searchPath);
    put(given, JobParameter.CONTEXTS, contexts);
    put(given, JobParameter.LABELS, labels);
    put(given, JobParameter.CHANGELOG_PARAMETERS, pairs(changelogParameters));
    put(given, JobParameter.DEFAULT_SCHEMA_NAME, defaultSchemaName);
    put(given, JobParameter.ENCODING, encoding);
    put(given, JobParameter.MIXED, mixed);
    return given;
  }

  static void put(Map<JobParameter, String> given, JobParameter parameter, @Nullable String value) {
    if (value != null) {
      given.put(parameter, value);
    }
  }

  static @Nullable String pairs(@Nullable Map<String, String> map) {
    return map == null ? null : ListText.of(map);
  }
}
