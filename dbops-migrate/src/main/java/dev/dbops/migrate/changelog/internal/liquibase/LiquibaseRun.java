package dev.dbops.migrate.changelog.internal.liquibase;

import dev.dbops.migrate.changelog.ChangeSet;
import dev.dbops.migrate.changelog.Changelog;
import dev.dbops.migrate.changelog.ChangelogOptions;
import dev.dbops.migrate.changelog.internal.Problems;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import liquibase.Contexts;
import liquibase.GlobalConfiguration;
import liquibase.LabelExpression;
import liquibase.Scope;
import liquibase.changelog.ChangeLogParameters;
import liquibase.changelog.DatabaseChangeLog;
import liquibase.changelog.filter.ChangeSetFilter;
import liquibase.changelog.filter.ContextChangeSetFilter;
import liquibase.changelog.filter.DbmsChangeSetFilter;
import liquibase.changelog.filter.IgnoreChangeSetFilter;
import liquibase.changelog.filter.LabelChangeSetFilter;
import liquibase.database.Database;
import liquibase.database.DatabaseFactory;
import liquibase.database.core.PostgresDatabase;
import liquibase.exception.LiquibaseException;
import liquibase.parser.ChangeLogParserFactory;
import liquibase.snapshot.DatabaseSnapshot;
import liquibase.ui.LoggerUIService;

/** One reading of a changelog; the whole of it happens in one thread, which then ends. */
final class LiquibaseRun {
  /** These keep the logger of the scope in which they are first used, for everybody. */
  private static final List<Class<?>> KEEP_A_LOGGER =
      List.of(
          DatabaseChangeLog.class,
          DatabaseFactory.class,
          DatabaseSnapshot.class,
          PostgresDatabase.class);

  private final String path;
  private final ChangelogOptions options;
  private final SearchPathAccessor accessor;

  LiquibaseRun(String path, ChangelogOptions options, SearchPathAccessor accessor) {
    this.path = path;
    this.options = options;
    this.accessor = accessor;
  }

  /** Reads the changelog in a scope that has nothing to do with any other. */
  Changelog read() throws Exception {
    for (Class<?> type : KEEP_A_LOGGER) {
      Class.forName(type.getName());
    }
    // The parsers of the whole JVM are made here, before our settings would make them lenient.
    ChangeLogParserFactory.getInstance();
    return Scope.child(
        settings(),
        () -> {
          Database database =
              OfflinePostgres.database(options.serverVersion(), options.defaultSchema(), accessor);
          return Scope.child(
              Map.of(Scope.Attr.database.name(), database), () -> translate(database));
        });
  }

  private Map<String, Object> settings() {
    Map<String, Object> settings = new HashMap<>();
    settings.put(Scope.Attr.logService.name(), new SilentLog());
    settings.put(Scope.Attr.ui.name(), new LoggerUIService());
    settings.put(Scope.Attr.resourceAccessor.name(), accessor);
    settings.put(GlobalConfiguration.FILE_ENCODING.getKey(), options.encoding());
    // Reading its schema takes longer than reading the changelog, and what breaks the schema's
    // rules shows when Liquibase makes SQL of it.
    settings.put(GlobalConfiguration.VALIDATE_XML_CHANGELOG_FILES.getKey(), false);
    return settings;
  }

  private Changelog translate(Database database) throws LiquibaseException {
    Contexts contexts = new Contexts(options.contexts());
    LabelExpression labels = new LabelExpression(options.labels());
    ChangeLogParameters parameters = new ChangeLogParameters(database);
    parameters.setContexts(contexts);
    parameters.setLabels(labels);
    options.parameters().forEach(parameters::set);

    Reading reading = new Reading(options, accessor, parameters);
    DatabaseChangeLog root = reading.loadRoot(path);
    List<ChangeSetFilter> filters =
        List.of(
            new DbmsChangeSetFilter(database),
            new ContextChangeSetFilter(contexts),
            new LabelChangeSetFilter(labels),
            new IgnoreChangeSetFilter());
    Translation translation = new Translation(reading, database);
    List<ChangeSet> changeSets = new ArrayList<>();
    for (liquibase.changelog.ChangeSet changeSet : root.getChangeSets()) {
      boolean never = changeSet instanceof LocatedChangeSet located && located.neverRuns();
      if (!never && filters.stream().allMatch(f -> f.accepts(changeSet).isAccepted())) {
        changeSets.add(translation.translate(changeSet));
      }
    }
    accessor.problems().forEach(reading::report);
    if (root.getChangeSets().isEmpty() && reading.problems().isEmpty()) {
      String file = reading.text(path).path();
      reading.report(
          Problems.ofFile(
              file, file + " holds no changesets", "add a changeSet, or name another changelog"));
    }
    return new Changelog(
        Changelog.Runner.LIQUIBASE,
        changeSets,
        List.copyOf(reading.comments()),
        reading.problems());
  }
}
