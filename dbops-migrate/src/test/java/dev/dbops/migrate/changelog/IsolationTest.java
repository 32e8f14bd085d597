package dev.dbops.migrate.changelog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import liquibase.Scope;
import liquibase.changelog.ChangeLogParameters;
import liquibase.parser.ChangeLogParser;
import liquibase.parser.ChangeLogParserFactory;
import liquibase.resource.DirectoryResourceAccessor;
import liquibase.resource.ResourceAccessor;
import org.junit.jupiter.api.Test;

/** Liquibase keeps its state in threads and in what they inherit; readings share none of it. */
class IsolationTest {
  private static final List<String> PATHS =
      List.of(
          "xml/changelog.xml", "yaml/changelog.yaml", "json/changelog.json", "sql/changelog.sql");

  @Test
  void reads_in_many_threads_what_one_reads() throws Exception {
    List<Callable<Boolean>> readings = new ArrayList<>();
    for (String path : PATHS) {
      List<String> alone = read(path, "alone");
      for (int i = 0; i < 12; i++) {
        String table = "t" + i;
        List<String> expected = alone.stream().map(sql -> sql.replace("alone", table)).toList();
        readings.add(() -> read(path, table).equals(expected));
      }
    }
    // What the threads of the pool inherit is the scope that this thread is in.
    Scope.child(
        Map.of(Scope.Attr.lineSeparator.name(), "\n"),
        () -> {
          ExecutorService threads = Executors.newFixedThreadPool(12);
          try {
            for (Future<Boolean> same : threads.invokeAll(readings)) {
              assertThat(same.get()).isTrue();
            }
          } finally {
            threads.shutdown();
          }
        });
  }

  @Test
  void leaves_the_scope_of_the_caller_alone() throws Exception {
    Scope before = Scope.getCurrentScope();

    Changelog inChild =
        Scope.child(
            Map.of(Scope.Attr.resourceAccessor.name(), "not a resource accessor at all"),
            () -> Sent.liquibase("shop", "xml/changelog.xml"));

    assertThat(inChild.problems()).isEmpty();
    assertThat(Scope.getCurrentScope()).isSameAs(before);
  }

  @Test
  void finishes_for_a_caller_that_is_interrupted() {
    Thread.currentThread().interrupt();

    Changelog changelog = Sent.liquibase("shop", "xml/changelog.xml");

    assertThat(Thread.interrupted()).isTrue();
    assertThat(changelog.problems()).isEmpty();
    assertThat(changelog.changeSets()).hasSize(13);
  }

  /** Its parsers belong to the whole JVM, and keep how they were set up when they were made. */
  @Test
  void leaves_the_parsers_of_the_application_as_strict_as_they_are() throws Exception {
    ChangeLogParserFactory.setInstance(null);

    Sent.liquibase("shop", "xml/changelog.xml");

    ResourceAccessor files = new DirectoryResourceAccessor(Sent.FIXTURES.resolve("broken"));
    String path = "against-the-schema.xml";
    ChangeLogParser parser = ChangeLogParserFactory.getInstance().getParser(path, files);
    assertThatThrownBy(() -> parser.parse(path, new ChangeLogParameters(), files))
        .hasMessageContaining("dropEverything");
  }

  private static List<String> read(String path, String table) {
    Changelog changelog =
        Changelog.liquibase(path, Sent.in("shop").parameter("orders.table", table).build());
    return changelog.changeSets().stream()
        .flatMap(changeSet -> Sent.texts(changeSet.changes()).stream())
        .toList();
  }
}
