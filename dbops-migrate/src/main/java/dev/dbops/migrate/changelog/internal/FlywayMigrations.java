package dev.dbops.migrate.changelog.internal;

import dev.dbops.migrate.changelog.Change;
import dev.dbops.migrate.changelog.ChangeSet;
import dev.dbops.migrate.changelog.Changelog;
import dev.dbops.migrate.changelog.ChangelogOptions;
import dev.dbops.migrate.changelog.ReadProblem;
import dev.dbops.migrate.changelog.TransactionMode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Folders of migrations as Flyway runs them: versioned ones in the order of their numbers, then the
 * repeatable ones by name, with the callbacks of {@code migrate} around them.
 */
public final class FlywayMigrations {
  /** A migration before its text is needed. */
  private record Migration(FlywayName name, LoadedFile file, FlywayScriptConfig config) {
    boolean isSql() {
      return file.path().endsWith(".sql");
    }

    Optional<FlywayVersion> version() {
      return name.version();
    }
  }

  private final ChangelogOptions options;
  private final SearchPath searchPath;
  private final List<Migration> migrations = new ArrayList<>();
  private final List<ReadProblem> problems = new ArrayList<>();

  private FlywayMigrations(ChangelogOptions options) {
    this.options = options;
    this.searchPath = SearchPath.of(options);
  }

  /**
   * Reads folders.
   *
   * @param locations as Flyway names them, separated by commas; each with {@code classpath:},
   *     {@code filesystem:} or neither in front
   */
  public static Changelog read(String locations, ChangelogOptions options) {
    return new FlywayMigrations(options).read(locations);
  }

  private Changelog read(String locations) {
    for (String location : locations.split(",", -1)) {
      collect(location.trim().replaceFirst("^filesystem:", ""));
    }
    Map<FlywayVersion, Migration> undo = undo();
    List<ChangeSet> changeSets = new ArrayList<>();
    for (Migration migration : inOrder()) {
      Optional<Migration> undone =
          migration.name().kind() == FlywayName.Kind.VERSIONED
              ? migration.version().map(undo::get)
              : Optional.empty();
      changeSets.add(changeSet(migration, undone));
    }
    return new Changelog(
        Changelog.Runner.FLYWAY, options.transactionalLock(), changeSets, List.of(), problems);
  }

  private void collect(String location) {
    try {
      List<String> paths = searchPath.list(location, true, problems::add);
      Set<String> all = new HashSet<>(paths);
      for (String path : paths) {
        collect(path, all);
      }
      if (paths.stream().noneMatch(path -> path.endsWith(".sql"))) {
        problems.add(Problems.nothingAt(location, searchPath));
      }
    } catch (IOException | UncheckedIOException e) {
      problems.add(Problems.unreadable(location, e));
    }
  }

  private void collect(String path, Set<String> all) throws IOException {
    String file = path.substring(path.lastIndexOf('/') + 1);
    int dot = file.lastIndexOf('.');
    String suffix = dot < 0 ? "" : file.substring(dot);
    Optional<FlywayName> name = FlywayName.parse(dot < 0 ? file : file.substring(0, dot));
    boolean program = suffix.matches("\\.(java|kt|class)") && name.isPresent() && !isInner(file);
    if (suffix.equals(".sql") || program) {
      Optional<LoadedFile> loaded = searchPath.find(path);
      if (name.isEmpty() && loaded.isPresent()) {
        problems.add(misnamed(loaded.get().path()));
      } else if (loaded.isPresent()) {
        FlywayScriptConfig config =
            all.contains(path + ".conf") ? config(path + ".conf") : FlywayScriptConfig.NONE;
        if (config.shouldExecute()) {
          migrations.add(new Migration(name.get(), loaded.get(), config));
        }
      }
    }
  }

  private static boolean isInner(String classFile) {
    return classFile.indexOf('$') >= 0;
  }

  private FlywayScriptConfig config(String path) throws IOException {
    return searchPath
        .find(path)
        .map(file -> FlywayScriptConfig.parse(file.text(options.encoding(), problems::add).text()))
        .orElse(FlywayScriptConfig.NONE);
  }

  private static ReadProblem misnamed(String path) {
    return Problems.ofFile(
        path,
        "Flyway passes " + path + " over: its name is not that of a migration",
        "name it like V12__what_it_does.sql, with two underscores, or R__what_it_does.sql");
  }

  /** Reports versions that exist twice; of those, Flyway would run none. */
  private Map<FlywayVersion, Migration> byVersion(FlywayName.Kind kind) {
    Map<FlywayVersion, Migration> byVersion = new HashMap<>();
    for (Migration migration : of(kind)) {
      FlywayVersion version = migration.version().orElseThrow();
      Migration first = byVersion.putIfAbsent(version, migration);
      if (first != null) {
        problems.add(
            Problems.ofFile(
                migration.file().path(),
                migration.file().path()
                    + " has version "
                    + version
                    + " as "
                    + first.file().path()
                    + " has",
                "give one of them a version of its own; Flyway refuses to run both"));
      }
    }
    return byVersion;
  }

  private Map<FlywayVersion, Migration> undo() {
    return byVersion(FlywayName.Kind.UNDO);
  }

  private List<Migration> inOrder() {
    byVersion(FlywayName.Kind.VERSIONED);
    List<Migration> ordered = new ArrayList<>(callbacks(FlywayCallback::runsBefore));
    ordered.addAll(sorted(FlywayName.Kind.BASELINE, BY_VERSION));
    ordered.addAll(sorted(FlywayName.Kind.VERSIONED, BY_VERSION));
    ordered.addAll(sorted(FlywayName.Kind.REPEATABLE, BY_DESCRIPTION));
    ordered.addAll(callbacks(callback -> !callback.runsBefore()));
    return ordered;
  }

  private List<Migration> of(FlywayName.Kind kind) {
    return migrations.stream().filter(m -> m.name().kind() == kind).toList();
  }

  private List<Migration> sorted(FlywayName.Kind kind, Comparator<Migration> order) {
    return of(kind).stream().sorted(order).toList();
  }

  private List<Migration> callbacks(Predicate<FlywayCallback> which) {
    return of(FlywayName.Kind.CALLBACK).stream()
        .filter(m -> FlywayCallback.of(m.name().description()).filter(which).isPresent())
        .sorted(Comparator.comparing(m -> FlywayCallback.of(m.name().description()).orElseThrow()))
        .toList();
  }

  private ChangeSet changeSet(Migration migration, Optional<Migration> undo) {
    Script script = script(migration);
    return script.changeSet(
        transaction(migration.config()),
        changes(migration, script),
        undo.map(u -> script(u).changes()).orElse(List.of()),
        migration.name().kind() == FlywayName.Kind.REPEATABLE,
        migration.name().kind() == FlywayName.Kind.CALLBACK);
  }

  private List<Change> changes(Migration migration, Script script) {
    if (!migration.isSql()) {
      return notAnalysed("java", script, "it is a program, and what it sends is not known");
    }
    return migration.name().kind() == FlywayName.Kind.BASELINE && !startsHistory(migration)
        ? notAnalysed(
            "baseline", script, "it runs on an empty database only, in place of older migrations")
        : script.changes();
  }

  /** Whether a baseline stands for versions that are gone, so that the others build upon it. */
  private boolean startsHistory(Migration baseline) {
    FlywayVersion version = baseline.version().orElseThrow();
    return of(FlywayName.Kind.VERSIONED).stream()
            .noneMatch(m -> m.version().orElseThrow().compareTo(version) <= 0)
        && of(FlywayName.Kind.BASELINE).stream()
            .noneMatch(m -> m.version().orElseThrow().compareTo(version) > 0);
  }

  private static List<Change> notAnalysed(String kind, Script script, String reason) {
    return List.of(new Change.NotAnalysed(kind, script.file().whole(), reason));
  }

  private Script script(Migration migration) {
    LoadedFile file = migration.file();
    Charset encoding = migration.config().encoding().orElse(options.encoding());
    return new Script(file.name(), file.text(encoding, problems::add));
  }

  private TransactionMode transaction(FlywayScriptConfig config) {
    if (!config.executeInTransaction().orElse(options.executeInTransaction())) {
      return TransactionMode.AUTOCOMMIT;
    }
    return options.mixed() ? TransactionMode.FLYWAY_MIXED : TransactionMode.FLYWAY_DETECTED;
  }

  private static final Comparator<Migration> BY_VERSION =
      Comparator.comparing(m -> m.version().orElseThrow());
  private static final Comparator<Migration> BY_DESCRIPTION =
      Comparator.comparing(m -> m.name().description());
}
