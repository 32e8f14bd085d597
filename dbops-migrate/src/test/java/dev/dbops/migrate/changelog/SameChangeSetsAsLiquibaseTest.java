package dev.dbops.migrate.changelog;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.FutureTask;
import java.util.logging.Level;
import java.util.logging.Logger;
import liquibase.Scope;
import liquibase.SingletonScopeManager;
import liquibase.changelog.ChangeLogParameters;
import liquibase.changelog.DatabaseChangeLog;
import liquibase.parser.ChangeLogParserFactory;
import liquibase.resource.DirectoryResourceAccessor;
import liquibase.resource.ResourceAccessor;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Our way through includes leads to the changesets that Liquibase's own way leads to. */
class SameChangeSetsAsLiquibaseTest {
  private static final Logger LOG = Logger.getLogger("liquibase");

  @ParameterizedTest
  @CsvSource({
    "shop, xml/changelog.xml",
    "shop, yaml/changelog.yaml",
    "shop, json/changelog.json",
    "shop, sql/changelog.sql",
    "features, logical.xml",
    "features, order.yaml",
    "features, inherited.xml"
  })
  void reads_the_same_changesets_in_the_same_order(String folder, String path) throws Exception {
    Path root = Sent.FIXTURES.resolve(folder);

    Changelog changelog =
        Changelog.liquibase(path, ChangelogOptions.builder().searchPath(root).build());

    assertThat(changelog.problems()).isEmpty();
    assertThat(changelog.changeSets())
        .extracting(ChangeSet::displayName)
        .isEqualTo(liquibase(root, path));
  }

  private static List<String> liquibase(Path root, String path) throws Exception {
    FutureTask<List<String>> task = new FutureTask<>(() -> parse(root, path));
    new Thread(task).start();
    return task.get();
  }

  private static List<String> parse(Path root, String path) throws Exception {
    LOG.setLevel(Level.OFF);
    Scope.setScopeManager(new SingletonScopeManager());
    ResourceAccessor files = new DirectoryResourceAccessor(root);
    return Scope.child(
        Map.of(Scope.Attr.resourceAccessor.name(), files),
        () -> {
          ChangeLogParameters parameters = new ChangeLogParameters();
          parameters.set("database.typeName", "postgresql");
          DatabaseChangeLog changelog =
              ChangeLogParserFactory.getInstance()
                  .getParser(path, files)
                  .parse(path, parameters, files);
          return changelog.getChangeSets().stream()
              .filter(changeSet -> !changeSet.isIgnore() && !changeSet.isInheritableIgnore())
              .filter(
                  changeSet ->
                      changeSet.getDbmsSet() == null
                          || changeSet.getDbmsSet().contains("postgresql"))
              .map(c -> c.getFilePath() + "::" + c.getId() + "::" + c.getAuthor())
              .toList();
        });
  }
}
