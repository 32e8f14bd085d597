package dev.dbops.migrate.changelog;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every changeset, change and character of the user's SQL is found again in the user's file. */
class PositionsTest {
  @Test
  void finds_changes_in_xml_by_their_elements() {
    ChangeSet changeSet = Sent.changeSet(xml(), "orders");

    assertThat(Sent.place(changeSet.span())).isEqualTo("shop/xml/changelog.xml:16:3");
    assertThat(changeSet.span().text())
        .startsWith("<changeSet id=\"orders\"")
        .endsWith("</changeSet>");
    assertThat(changeSet.changes().get(0).span().text())
        .startsWith("<createTable ")
        .endsWith("</createTable>");
    assertThat(changeSet.changes().get(2).span().text())
        .startsWith("<createIndex ")
        .endsWith("</createIndex>");
  }

  @Test
  void finds_sql_in_xml_behind_its_entities_and_properties() {
    SqlText update = Sent.sql(Sent.changeSet(xml(), "texts").changes()).get(0);

    assertThat(update.text())
        .isEqualTo("UPDATE orders SET total = 1 WHERE id < 100 AND note IS NULL");
    assertThat(Sent.inFile(update, "SET total = 1")).isEqualTo("SET total = 1");
    assertThat(Sent.inFile(update, "id < 100")).isEqualTo("id &lt; 100");
    assertThat(Sent.inFile(update, "note IS NULL")).isEqualTo("note IS NULL");
    assertThat(update.origin().text())
        .isEqualTo("UPDATE ${orders.table} SET total = 1 WHERE id &lt; 100 AND note IS NULL");
  }

  @Test
  void finds_sql_in_a_cdata_section_without_the_comments_that_liquibase_strips() {
    SqlText delete = Sent.sql(Sent.changeSet(xml(), "texts").changes()).get(3);

    assertThat(delete.text()).isEqualTo("DELETE FROM orders WHERE total < 0");
    assertThat(Sent.inFile(delete, "total < 0")).isEqualTo("total < 0");
  }

  @Test
  void finds_each_statement_of_a_rollback_that_is_plain_text() {
    List<SqlText> rollback = Sent.sql(Sent.changeSet(xml(), "columns").rollback());

    assertThat(rollback)
        .extracting(sql -> Sent.place(sql.origin()))
        .containsExactly("shop/xml/changelog.xml:48:7", "shop/xml/changelog.xml:49:7");
  }

  @Test
  void points_to_the_change_where_liquibase_made_the_sql() {
    SqlText created = Sent.sql(Sent.changeSet(xml(), "orders").changes()).get(0);

    assertThat(created.isGenerated()).isTrue();
    assertThat(Sent.place(created.locate(7, 12))).isEqualTo("shop/xml/changelog.xml:17:5");
  }

  @Test
  void points_to_the_sql_file_of_a_change() {
    List<SqlText> views = Sent.sql(Sent.changeSet(xml(), "files").changes());

    assertThat(Sent.place(views.get(0).origin())).isEqualTo("shop/parts/views.sql:1:1");
    assertThat(Sent.inFile(views.get(0), "total < 10")).isEqualTo("total < 10");
    assertThat(Sent.inFile(views.get(1), "CREATE VIEW dear_orders"))
        .isEqualTo("CREATE VIEW dear_orders");
    int dear = views.get(1).text().indexOf("CREATE");
    assertThat(Sent.place(views.get(1).locate(dear, dear + 6)))
        .isEqualTo("shop/parts/views.sql:5:1");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          0 | id < 100         | id < 100
          1 | id >= 100        | id >= 100
          2 | WHERE total < 0  | WHERE total < 0
          4 | note = "customer | note = \\"customer
          5 | FROM orders      | FROM orders
          """)
  void finds_sql_in_the_scalars_of_yaml(int index, String sent, String inFile) {
    List<SqlText> sql = Sent.sql(Sent.changeSet(yaml(), "texts").changes());

    assertThat(Sent.inFile(sql.get(index), sent)).isEqualTo(inFile);
  }

  @Test
  void finds_changes_in_yaml_by_their_keys_and_ends_before_the_comment_of_the_next() {
    Changelog changelog = yaml();
    ChangeSet changeSet = Sent.changeSet(changelog, "orders");

    assertThat(changeSet.span().text()).startsWith("changeSet:").endsWith("{ name: customer }");
    assertThat(changeSet.changes().get(1).span().text()).startsWith("createIndex:");
    assertThat(changelog.comments().get(0).text()).startsWith("dbops:ignore table-rewrite");
    assertThat(changeSet.span().contains(changelog.comments().get(0).span())).isFalse();
  }

  @Test
  void finds_changes_and_sql_in_json() {
    Changelog changelog = Sent.liquibase("shop", "json/changelog.json");
    ChangeSet changeSet = Sent.changeSet(changelog, "texts");
    List<SqlText> sql = Sent.sql(changeSet.changes());

    assertThat(Sent.place(changeSet.span())).isEqualTo("shop/json/changelog.json:37:7");
    assertThat(Sent.inFile(sql.get(0), "abc")).isEqualTo("a\\u0062c");
    assertThat(Sent.inFile(sql.get(1), "\"orders\" WHERE")).isEqualTo("\\\"orders\\\" WHERE");
  }

  @Test
  void finds_changesets_statements_and_rollbacks_in_formatted_sql() {
    Changelog changelog = Sent.liquibase("shop", "sql/changelog.sql");

    assertThat(changelog.changeSets())
        .extracting(c -> c.id() + " " + Sent.place(c.span()))
        .containsExactly(
            "orders shop/sql/changelog.sql:4:1",
            "backfill shop/sql/changelog.sql:16:1",
            "trigger shop/sql/changelog.sql:21:1",
            "delimiter shop/sql/changelog.sql:31:1",
            "ignored-lines shop/sql/changelog.sql:41:1");
    ChangeSet orders = changelog.changeSets().get(0);
    SqlText create = Sent.sql(orders.changes()).get(0);
    assertThat(create.text()).doesNotContain("the key");
    assertThat(Sent.inFile(create, "note text DEFAULT 'a;b--c'"))
        .isEqualTo("note text DEFAULT 'a;b--c'");
    assertThat(Sent.sql(orders.rollback()).get(0).origin().text()).isEqualTo("DROP TABLE orders");
  }

  @Test
  void keeps_the_places_of_a_file_with_wide_characters() {
    Changelog changelog = Sent.liquibase("encodings", "wide.yaml");

    SqlText sql = Sent.sql(changelog.changeSets().get(0).changes()).get(0);

    assertThat(Sent.inFile(sql, "WHERE id = 1")).isEqualTo("WHERE id = 1");
    assertThat(changelog.changeSets().get(0).span().text()).startsWith("changeSet:");
  }

  @Test
  void hands_on_the_comments_that_liquibase_keeps_from_the_server() {
    assertThat(xml().comments())
        .extracting(comment -> Sent.place(comment.span()) + " " + comment.text())
        .containsExactly(
            "shop/xml/changelog.xml:53:3 dbops:ignore blocking-index: the table is small",
            "shop/xml/changelog.xml:62:7 dbops:ignore lock-timeout: nobody is awake",
            "shop/parts/all/01-formatted.sql:13:1 dbops:ignore batch-size: a few rows only");
  }

  @Test
  void hands_on_the_comment_of_a_changeset_in_json() {
    Changelog changelog = Sent.liquibase("shop", "json/changelog.json");

    assertThat(changelog.comments())
        .extracting(ChangelogComment::text)
        .containsExactly("dbops:ignore prefer-identity: it came like this");
  }

  @Test
  void leaves_a_comment_in_the_sql_that_is_sent_with_the_sql() {
    Changelog changelog = Sent.liquibase("shop", "sql/changelog.sql");

    assertThat(changelog.comments()).isEmpty();
    assertThat(Sent.texts(Sent.changeSet(changelog, "backfill").changes()).get(0))
        .contains("dbops:ignore backfill-in-one-statement");
  }

  private static Changelog xml() {
    return Sent.liquibase("shop", "xml/changelog.xml");
  }

  private static Changelog yaml() {
    return Sent.liquibase("shop", "yaml/changelog.yaml");
  }
}
