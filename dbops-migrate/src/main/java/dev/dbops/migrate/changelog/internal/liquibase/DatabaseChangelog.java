package dev.dbops.migrate.changelog.internal.liquibase;

import dev.dbops.migrate.changelog.ChangeSetId;
import dev.dbops.migrate.changelog.ChangelogOptions;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import liquibase.Contexts;
import liquibase.GlobalConfiguration;
import liquibase.LabelExpression;
import liquibase.Scope;
import liquibase.changelog.ChangeLogParameters;
import liquibase.changelog.ChangeSet;
import liquibase.changelog.DatabaseChangeLog;
import liquibase.changelog.filter.ChangeSetFilter;
import liquibase.changelog.filter.ContextChangeSetFilter;
import liquibase.changelog.filter.DbmsChangeSetFilter;
import liquibase.changelog.filter.IgnoreChangeSetFilter;
import liquibase.changelog.filter.LabelChangeSetFilter;
import liquibase.database.Database;
import liquibase.exception.LiquibaseException;
import liquibase.parser.ChangeLogParserFactory;
import liquibase.ui.LoggerUIService;

/** A changelog as Liquibase itself reads it for a database, all its changesets. */
record DatabaseChangelog(DatabaseChangeLog parsed, List<ChangeSetFilter> filters) {
  /** Of the scope in which a changelog is read. */
  static Map<String, Object> settings(ChangelogRoot root, ChangelogOptions options) {
    Map<String, Object> settings = new HashMap<>();
    settings.put(Scope.Attr.logService.name(), new SilentLog());
    settings.put(Scope.Attr.ui.name(), new LoggerUIService());
    settings.put(Scope.Attr.resourceAccessor.name(), new SearchPathAccessor(root.searchPath()));
    settings.put(GlobalConfiguration.FILE_ENCODING.getKey(), options.encoding());
    options.classLoader().ifPresent(it -> settings.put(Scope.Attr.classLoader.name(), it));
    return settings;
  }

  static DatabaseChangelog read(ChangelogRoot root, ChangelogOptions options, Database database)
      throws LiquibaseException {
    Contexts contexts = new Contexts(options.contexts());
    LabelExpression labels = new LabelExpression(options.labels());
    ChangeLogParameters parameters = new ChangeLogParameters(database);
    parameters.setContexts(contexts);
    parameters.setLabels(labels);
    options.parameters().forEach(parameters::set);
    SearchPathAccessor accessor = new SearchPathAccessor(root.searchPath());
    return new DatabaseChangelog(
        ChangeLogParserFactory.getInstance()
            .getParser(root.name(), accessor)
            .parse(root.name(), parameters, accessor),
        List.of(
            new DbmsChangeSetFilter(database),
            new ContextChangeSetFilter(contexts),
            new LabelChangeSetFilter(labels),
            new IgnoreChangeSetFilter()));
  }

  /** Whether contexts, labels and the kind of database ask for it. */
  boolean isSelected(ChangeSet changeSet) {
    return filters.stream().allMatch(filter -> filter.accepts(changeSet).isAccepted());
  }

  static ChangeSetId id(ChangeSet changeSet) {
    return new ChangeSetId(changeSet.getFilePath(), changeSet.getId(), changeSet.getAuthor());
  }
}
