package dev.dbops.migrate.changelog;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LiquibaseChangelogTest {
  private static final String XML = "xml/changelog.xml";

  @Test
  void reads_the_whole_tree_of_includes_in_its_order() {
    Changelog changelog = Sent.liquibase("shop", XML);

    assertThat(changelog.runner()).isEqualTo(Changelog.Runner.LIQUIBASE);
    assertThat(changelog.problems()).isEmpty();
    assertThat(changelog.changeSets())
        .extracting(ChangeSet::displayName)
        .containsExactly(
            "parts/plain.sql::raw::includeAll",
            "xml/changelog.xml::orders::ann",
            "xml/changelog.xml::columns::ann",
            "xml/changelog.xml::texts::bob",
            "xml/changelog.xml::files::bob",
            "xml/changelog.xml::concurrently::ann",
            "xml/changelog.xml::tag::ann",
            "xml/changelog.xml::modified::ann",
            "xml/changelog.xml::gone::ann",
            "xml/changelog.xml::test-data::ann",
            "shop/more.xml::keys::ann",
            "parts/all/01-formatted.sql::refunds::ann",
            "parts/all/01-formatted.sql::no split::bob the second");
  }

  @ParameterizedTest
  @ValueSource(strings = {XML, "yaml/changelog.yaml", "json/changelog.json", "sql/changelog.sql"})
  void leaves_out_changesets_for_other_databases(String path) {
    Changelog changelog = Sent.liquibase("shop", path);

    assertThat(Sent.ids(changelog)).doesNotContain("elsewhere", "other-database");
    assertThat(changelog.changeSets())
        .flatExtracting(changeSet -> Sent.texts(changeSet.changes()))
        .isNotEmpty()
        .noneMatch(sql -> sql.contains("dual"));
  }

  @Test
  void leaves_out_changesets_whose_preconditions_are_known_to_fail() {
    Changelog changelog = Sent.liquibase("features", "preconditions.xml");

    assertThat(changelog.problems()).isEmpty();
    assertThat(Sent.ids(changelog))
        .containsExactly(
            "postgresql",
            "not oracle",
            "oracle or postgresql",
            "unknown",
            "warning",
            "of an absent class",
            "before",
            "after before",
            "instead of another file's",
            "instead of what may not run");
    assertThat(changelog.changeSets())
        .allMatch(changeSet -> changeSet.guarded() != changeSet.id().equals("before"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "-",
      textBlock =
          """
          -        | -          | true
          test     | -          | true
          prod     | -          | false
          -        | slow       | true
          -        | !slow      | false
          test     | data,other | true
          """)
  void filters_by_contexts_and_labels_as_liquibase_does(
      String contexts, String labels, boolean present) {
    ChangelogOptions.Builder options = Sent.in("shop");
    Optional.ofNullable(contexts).ifPresent(options::contexts);
    Optional.ofNullable(labels).ifPresent(options::labels);

    Changelog changelog = Changelog.liquibase(XML, options.build());

    assertThat(Sent.ids(changelog).contains("test-data")).isEqualTo(present);
  }

  @Test
  void keeps_what_the_author_wrote_of_contexts_labels_and_runs() {
    ChangeSet testData = Sent.changeSet(Sent.liquibase("shop", XML), "test-data");
    ChangeSet columns = Sent.changeSet(Sent.liquibase("shop", "yaml/changelog.yaml"), "columns");

    assertThat(testData.contexts()).contains("test");
    assertThat(testData.labels()).isEqualTo(Set.of("data", "slow"));
    assertThat(testData.guarded()).isFalse();
    assertThat(columns.runOnChange()).isTrue();
    assertThat(columns.guarded()).isTrue();
  }

  @Test
  void keeps_the_databases_that_a_changeset_is_for() {
    Changelog changelog = Sent.liquibase("features", "databases.sql");

    assertThat(Sent.changeSet(changelog, "some").dbms()).isEqualTo(Set.of("postgresql", "h2"));
    assertThat(Sent.changeSet(changelog, "all").dbms()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "xml/changelog.xml, concurrently, AUTOCOMMIT",
    "xml/changelog.xml, orders, ONE",
    "yaml/changelog.yaml, concurrently, AUTOCOMMIT",
    "json/changelog.json, texts, AUTOCOMMIT",
    "json/changelog.json, orders, ONE",
    "sql/changelog.sql, backfill, AUTOCOMMIT",
    "sql/changelog.sql, trigger, ONE"
  })
  void knows_the_transaction_of_a_changeset(String path, String id, TransactionMode expected) {
    ChangeSet changeSet = Sent.changeSet(Sent.liquibase("shop", path), id);

    assertThat(changeSet.transaction()).isEqualTo(expected);
  }

  @Test
  void takes_parameters_over_the_properties_of_the_changelog() {
    ChangelogOptions options = Sent.in("shop").parameter("orders.table", "bestellungen").build();

    Changelog changelog = Changelog.liquibase(XML, options);

    assertThat(Sent.texts(Sent.changeSet(changelog, "orders").changes()).get(2))
        .isEqualTo("CREATE INDEX orders_customer ON public.bestellungen(customer)");
    SqlText view = Sent.sql(Sent.changeSet(changelog, "files").changes()).get(0);
    assertThat(view.text()).contains("FROM bestellungen WHERE");
    assertThat(Sent.inFile(view, "WHERE total < 10")).isEqualTo("WHERE total < 10");
  }

  @Test
  void generates_for_the_schema_and_the_server_version_that_are_asked_for() {
    ChangelogOptions options = Sent.in("shop").defaultSchema("shop").serverVersion(9).build();

    Changelog changelog = Changelog.liquibase("json/changelog.json", options);

    assertThat(Sent.texts(changelog.changeSets().get(0).changes()).get(0))
        .startsWith("CREATE TABLE shop.orders (id BIGSERIAL NOT NULL");
  }

  @Test
  void has_no_rollback_where_nothing_is_declared_and_nothing_can_be_derived() {
    Changelog changelog = Sent.liquibase("broken", "changes.yaml");

    assertThat(Sent.changeSet(changelog, "underivable").rollback()).isEmpty();
  }

  @Test
  void reads_the_same_file_by_its_own_path_and_by_an_absolute_one() {
    Path file = Sent.FIXTURES.resolve("shop").resolve(XML);

    Changelog relative = Changelog.liquibase(file.toString());
    Changelog absolute = Changelog.liquibase(file.toAbsolutePath().toString());

    assertThat(relative.problems()).isEmpty();
    assertThat(Sent.ids(relative)).hasSize(13).isEqualTo(Sent.ids(absolute));
    assertThat(relative.changeSets().get(1).path()).isEqualTo(file.toString());
    assertThat(absolute.changeSets().get(1).path()).isEqualTo(file.toString());
  }

  @Test
  void reads_from_the_class_path() {
    Changelog changelog = Changelog.liquibase("classpath:changelog/shop/" + XML);

    assertThat(changelog.problems()).isEmpty();
    assertThat(Sent.ids(changelog)).hasSize(13);
    assertThat(changelog.changeSets().get(1).span().file().path())
        .isEqualTo("classpath:changelog/shop/xml/changelog.xml");
  }

  @Test
  void finds_what_is_included_by_its_path_on_the_class_path_to_be() {
    Path resources = Sent.FIXTURES.resolve("spring/src/main/resources");

    Changelog changelog =
        Changelog.liquibase(resources.resolve("db/changelog/db.changelog-master.yaml").toString());

    assertThat(changelog.problems()).isEmpty();
    assertThat(changelog.changeSets())
        .extracting(ChangeSet::path)
        .containsExactly(
            "db/changelog/changes/001-users.yaml", "db/changelog/changes/002-index.sql");
    assertThat(Sent.place(changelog.changeSets().get(0).span()))
        .isEqualTo("spring/src/main/resources/db/changelog/changes/001-users.yaml:2:5");
  }

  @Test
  void gives_a_changeset_the_logical_path_of_its_file_or_its_own() {
    Changelog changelog = Sent.liquibase("features", "logical.xml");

    assertThat(changelog.problems()).isEmpty();
    assertThat(changelog.changeSets())
        .extracting(ChangeSet::path)
        .containsExactly("of/the/changeset.xml", "of/the/file.xml", "of/the/include.xml");
  }

  @Test
  void runs_changesets_first_and_last_when_they_say_so() {
    Changelog changelog = Sent.liquibase("features", "order.yaml");

    assertThat(Sent.ids(changelog)).containsExactly("first", "middle", "ignored-no-more", "last");
  }

  @Test
  void reads_values_of_all_kinds() {
    Changelog changelog = Sent.liquibase("features", "values.xml");

    assertThat(changelog.problems()).isEmpty();
    List<Change> changes = changelog.changeSets().get(0).changes();
    assertThat(Sent.notAnalysed(changes)).isEmpty();
    assertThat(Sent.texts(changes))
        .containsExactly(
            "INSERT INTO public.t (n, b, d, s) VALUES (1.5, TRUE, '2020-01-31', nextval('public.q'))",
            "UPDATE public.t SET n = n + 1 WHERE n = 2",
            "DELETE FROM public.t WHERE n < 0",
            "ALTER TABLE public.t ADD c INTEGER DEFAULT 0 NOT NULL",
            "CREATE OR REPLACE VIEW public.v AS SELECT n FROM t");
  }
}
