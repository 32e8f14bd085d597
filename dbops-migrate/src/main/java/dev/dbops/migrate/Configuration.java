package dev.dbops.migrate;

import dev.dbops.migrate.changelog.ChangelogOptions;
import dev.dbops.migrate.error.CloseMatch;
import dev.dbops.migrate.error.DbopsException;
import dev.dbops.migrate.lint.LintSettings;
import dev.dbops.migrate.lint.RuleSet;
import dev.dbops.migrate.lint.Severity;
import dev.dbops.migrate.report.ReportFormat;
import dev.dbops.migrate.report.ReportFormats;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.UnsupportedCharsetException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import javax.sql.DataSource;

/**
 * How a run is configured, from {@code dbops.yaml}, a Maven goal or the command line. Immutable.
 * Values are checked when they are asked for; each complaint is a {@link DbopsException} that names
 * the parameter and, where it comes from a file, the line.
 */
public final class Configuration {
  /** The name of the configuration file. */
  public static final String FILE_NAME = "dbops.yaml";

  /** Without these another run is made than the one that somebody wants who has given one. */
  private static final Set<JobParameter> SELECTING =
      Set.of(
          JobParameter.SINCE,
          JobParameter.URL,
          JobParameter.REFERENCE_URL,
          JobParameter.SCRATCH_URL);

  private final Map<JobParameter, String> values;

  /** Where those values stand that come from a file. */
  private final Map<JobParameter, ConfigurationFile> files;

  private Configuration(
      Map<JobParameter, String> values, Map<JobParameter, ConfigurationFile> files) {
    this.values = Map.copyOf(values);
    this.files = Map.copyOf(files);
  }

  /**
   * A configuration of these values; blank ones count as not given.
   *
   * @throws DbopsException if one is blank that would select changesets
   */
  public static Configuration of(Map<JobParameter, String> values) {
    return of(values, Map.of());
  }

  private static Configuration of(
      Map<JobParameter, String> values, Map<JobParameter, ConfigurationFile> files) {
    Map<JobParameter, String> given = new EnumMap<>(JobParameter.class);
    values.forEach(
        (parameter, value) -> {
          if (!value.isBlank()) {
            given.put(parameter, value.strip());
          } else if (SELECTING.contains(parameter)) {
            throw new DbopsException(
                parameter.key() + " is given without a value" + place(files, parameter, value),
                "give it one (is a variable of the build not set?), or leave it out");
          }
        });
    return new Configuration(given, files);
  }

  /**
   * Reads a configuration file: YAML with the names of {@link JobParameter}; lists and maps may be
   * written as such.
   *
   * @throws DbopsException if it cannot be read or has a key that is not known
   */
  public static Configuration read(Path path) {
    ConfigurationFile file = new ConfigurationFile(path);
    Map<JobParameter, ConfigurationFile> files = new EnumMap<>(JobParameter.class);
    file.values().keySet().forEach(parameter -> files.put(parameter, file));
    return of(file.values(), files);
  }

  /**
   * Reads the configuration file of a directory; there need be none.
   *
   * @throws DbopsException as {@link #read} does
   */
  public static Configuration ofDirectory(Path directory) {
    Path file = directory.resolve(FILE_NAME);
    return Files.exists(file) ? read(file) : of(Map.of());
  }

  /** The passwords that environment variables give. */
  public static Configuration ofEnvironment(Map<String, String> environment) {
    Map<JobParameter, String> values = new EnumMap<>(JobParameter.class);
    for (JobParameter parameter : JobParameter.values()) {
      parameter.variable().map(environment::get).ifPresent(value -> values.put(parameter, value));
    }
    return of(values);
  }

  /** This configuration where the other says nothing, the other where it does. */
  public Configuration overriddenBy(Configuration other) {
    Map<JobParameter, String> merged = new HashMap<>(values);
    merged.putAll(other.values);
    Map<JobParameter, ConfigurationFile> places = new HashMap<>(files);
    places.keySet().removeAll(other.values.keySet());
    places.putAll(other.files);
    return new Configuration(merged, places);
  }

  /** The value that is given or holds by default; empty if there is none. */
  public Optional<String> get(JobParameter parameter) {
    String value = values.getOrDefault(parameter, parameter.defaultValue());
    return value.isEmpty() ? Optional.empty() : Optional.of(value);
  }

  Optional<Path> path(JobParameter parameter) {
    return get(parameter).map(Path::of);
  }

  List<String> list(JobParameter parameter) {
    return get(parameter).stream().flatMap(value -> ListText.split(value).stream()).toList();
  }

  Map<String, String> pairs(JobParameter parameter) {
    Map<String, String> pairs = new LinkedHashMap<>();
    for (String pair : list(parameter)) {
      int equals = pair.indexOf('=');
      if (equals < 1) {
        throw invalid(parameter, pair, "write it as name=value");
      }
      pairs.put(pair.substring(0, equals).strip(), pair.substring(equals + 1).strip());
    }
    return pairs;
  }

  private long number(JobParameter parameter, long least) {
    String value = get(parameter).orElseThrow();
    try {
      long number = Long.parseLong(value);
      if (number >= least) {
        return number;
      }
    } catch (NumberFormatException notANumber) {
      // Told below, together with numbers that are too small.
    }
    throw invalid(parameter, value, "give a whole number of at least " + least);
  }

  private DbopsException invalid(JobParameter parameter, String value, String remedy) {
    return new DbopsException(
        "\"" + value + "\" is no value for " + parameter.key() + place(files, parameter, value),
        remedy);
  }

  private DbopsException invalid(JobParameter parameter, String value, List<String> known) {
    return invalid(
        parameter,
        value,
        CloseMatch.question(value, known) + "choose from " + String.join(", ", known));
  }

  private static String place(
      Map<JobParameter, ConfigurationFile> files, JobParameter parameter, String value) {
    ConfigurationFile file = files.get(parameter);
    return file == null ? "" : " (" + file.place(parameter.key(), value) + ")";
  }

  int targetVersion() {
    int version = (int) number(JobParameter.TARGET_VERSION, LintSettings.OLDEST_VERSION);
    if (version > LintSettings.NEWEST_VERSION) {
      throw invalid(
          JobParameter.TARGET_VERSION,
          String.valueOf(version),
          "give a major version from 10 to " + LintSettings.NEWEST_VERSION);
    }
    return version;
  }

  /**
   * How the changelog is to be read.
   *
   * @param directory what relative folders of the search path refer to; the last of its folders
   */
  public ChangelogOptions changelogOptions(ClassLoader classLoader, Path directory) {
    ChangelogOptions.Builder options =
        ChangelogOptions.builder()
            .classLoader(classLoader)
            .contexts(get(JobParameter.CONTEXTS).orElse(""))
            .labels(get(JobParameter.LABELS).orElse(""))
            .defaultSchema(get(JobParameter.DEFAULT_SCHEMA_NAME).orElseThrow())
            .serverVersion(targetVersion())
            .encoding(charset())
            .mixed(truth(JobParameter.MIXED))
            .transactionalLock(truth(JobParameter.TRANSACTIONAL_LOCK));
    list(JobParameter.SEARCH_PATH).forEach(folder -> options.searchPath(directory.resolve(folder)));
    options.searchPath(directory);
    pairs(JobParameter.CHANGELOG_PARAMETERS).forEach(options::parameter);
    return options.build();
  }

  boolean truth(JobParameter parameter) {
    String value = get(parameter).orElseThrow().toLowerCase(Locale.ROOT);
    return switch (value) {
      case "true" -> true;
      case "false" -> false;
      default -> throw invalid(parameter, value, List.of("true", "false"));
    };
  }

  private Charset charset() {
    String name = get(JobParameter.ENCODING).orElseThrow();
    try {
      return Charset.forName(name);
    } catch (IllegalCharsetNameException | UnsupportedCharsetException unknown) {
      throw invalid(JobParameter.ENCODING, name, "name an encoding such as UTF-8");
    }
  }

  /**
   * Thresholds and severities.
   *
   * @param rules the rules that may be named
   * @throws DbopsException if a rule or a severity is not known, or a number is none
   */
  public LintSettings settings(RuleSet rules) {
    Map<String, Optional<Severity>> severities = new HashMap<>();
    pairs(JobParameter.RULES)
        .forEach(
            (rule, severity) -> {
              if (!rules.knows(rule)) {
                throw new DbopsException(
                    "There is no rule \"" + rule + "\"" + place(files, JobParameter.RULES, rule),
                    rules.remedyFor(rule));
              }
              severities.put(rule, severity(JobParameter.RULES, severity, "off"));
            });
    return new LintSettings(
        targetVersion(),
        severities,
        number(JobParameter.SMALL_TABLE_ROWS, 0),
        number(JobParameter.LARGE_TABLE_ROWS, 0),
        number(JobParameter.SCAN_BYTES_PER_SECOND, 1),
        number(JobParameter.REWRITE_BYTES_PER_SECOND, 1));
  }

  /**
   * @param none the word for no severity at all
   */
  private Optional<Severity> severity(JobParameter parameter, String word, String none) {
    if (word.equalsIgnoreCase(none)) {
      return Optional.empty();
    }
    for (Severity severity : Severity.values()) {
      if (word.equalsIgnoreCase(severity.name())) {
        return Optional.of(severity);
      }
    }
    throw invalid(parameter, word, List.of("info", "warning", "error", none));
  }

  /** The mildest severity that fails a lint run; empty if none does. */
  public Optional<Severity> failOn() {
    return failOn(JobParameter.FAIL_ON);
  }

  Optional<Severity> failOn(JobParameter parameter) {
    return severity(parameter, get(parameter).orElseThrow(), "never");
  }

  /**
   * The reports to write; those that only another goal knows are left out.
   *
   * @param known those of this goal
   */
  public <R> List<ReportFormat<R>> reports(List<ReportFormat<R>> known) {
    List<String> ids =
        Stream.concat(ReportFormats.ofLint().stream(), ReportFormats.ofDrift().stream())
            .map(ReportFormat::id)
            .distinct()
            .toList();
    List<String> wanted = list(JobParameter.REPORTS);
    for (String id : wanted) {
      if (!ids.contains(id)) {
        throw invalid(JobParameter.REPORTS, id, ids);
      }
    }
    return wanted.stream()
        .flatMap(id -> known.stream().filter(format -> format.id().equals(id)))
        .toList();
  }

  /**
   * A database that is named by its URL.
   *
   * @param classLoader where the driver is found
   */
  Optional<DataSource> database(
      JobParameter url, JobParameter username, JobParameter password, ClassLoader classLoader) {
    return get(url)
        .map(each -> new DriverDataSource(each, get(username), get(password), classLoader));
  }
}
