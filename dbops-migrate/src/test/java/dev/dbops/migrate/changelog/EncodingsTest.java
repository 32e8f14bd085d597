package dev.dbops.migrate.changelog;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class EncodingsTest {
  private static final String BYTE_ORDER_MARK = "\uFEFF";
  private static final String UPDATE =
      "UPDATE names\r\n  SET name = 'Jörg 🐘'\r\n  WHERE id = 1;\r\n";

  @TempDir private Path folder;

  static Stream<Arguments> encodings() {
    return Stream.of(
        Arguments.of("", UTF_8),
        Arguments.of(BYTE_ORDER_MARK, UTF_8),
        Arguments.of(BYTE_ORDER_MARK, UTF_16BE),
        Arguments.of(BYTE_ORDER_MARK, UTF_16LE));
  }

  @ParameterizedTest
  @MethodSource("encodings")
  void reads_plain_sql(String mark, Charset charset) throws Exception {
    Path file = folder.resolve("update.sql");
    Files.writeString(file, mark + UPDATE, charset);

    Changelog changelog = Changelog.sql(file.toString());

    assertThat(changelog.problems()).isEmpty();
    SqlText sql = Sent.sql(changelog.changeSets().get(0).changes()).get(0);
    assertThat(sql.text()).isEqualTo(UPDATE);
    SourceSpan where = sql.locate(sql.text().indexOf("WHERE"), sql.text().indexOf("WHERE") + 5);
    assertThat(where.from().line()).isEqualTo(3);
    assertThat(where.from().column()).isEqualTo(3);
  }

  @ParameterizedTest
  @MethodSource("encodings")
  void reads_formatted_sql(String mark, Charset charset) throws Exception {
    Path file = folder.resolve("changelog.sql");
    String header = "--liquibase formatted sql\r\n--changeset ann:1\r\n";
    Files.writeString(file, mark + header + UPDATE, charset);

    Changelog changelog = Changelog.liquibase(file.toString());

    assertThat(changelog.problems()).isEmpty();
    SqlText sql = Sent.sql(changelog.changeSets().get(0).changes()).get(0);
    assertThat(sql.text()).isEqualTo("UPDATE names\n  SET name = 'Jörg 🐘'\n  WHERE id = 1");
    assertThat(Sent.inFile(sql, "WHERE id = 1")).isEqualTo("WHERE id = 1");
  }

  @Test
  void reads_sql_in_the_encoding_that_is_asked_for() throws Exception {
    Path file = folder.resolve("update.sql");
    Files.writeString(file, "SELECT 'Jörg'", ISO_8859_1);
    ChangelogOptions options = ChangelogOptions.builder().encoding(ISO_8859_1).build();

    Changelog changelog = Changelog.sql(file.toString(), options);

    assertThat(Sent.texts(changelog.changeSets().get(0).changes()))
        .containsExactly("SELECT 'Jörg'");
  }

  @Test
  void reads_xml_in_the_encoding_that_it_declares() throws Exception {
    Path file = folder.resolve("changelog.xml");
    Files.writeString(
        file,
        """
        <?xml version="1.0" encoding="ISO-8859-1"?>
        <databaseChangeLog xmlns="http://www.liquibase.org/xml/ns/dbchangelog">
          <changeSet id="1" author="Jörg"><sql>SELECT 'Jörg', 1</sql></changeSet>
        </databaseChangeLog>
        """,
        ISO_8859_1);

    Changelog changelog = Changelog.liquibase(file.toString());

    assertThat(changelog.problems()).isEmpty();
    assertThat(changelog.changeSets().get(0).author()).isEqualTo("Jörg");
    SqlText sql = Sent.sql(changelog.changeSets().get(0).changes()).get(0);
    assertThat(Sent.inFile(sql, "'Jörg', 1")).isEqualTo("'Jörg', 1");
  }

  @Test
  void reads_a_sql_file_in_the_encoding_that_the_change_declares() throws Exception {
    Files.writeString(folder.resolve("names.sql"), "SELECT 'Jörg', 1", ISO_8859_1);
    Path file = folder.resolve("changelog.yaml");
    Files.writeString(
        file,
        """
        databaseChangeLog:
          - changeSet:
              id: 1
              author: ann
              changes:
                - sqlFile: { path: names.sql, relativeToChangelogFile: true, encoding: ISO-8859-1 }
        """);

    Changelog changelog = Changelog.liquibase(file.toString());

    assertThat(changelog.problems()).isEmpty();
    SqlText sql = Sent.sql(changelog.changeSets().get(0).changes()).get(0);
    assertThat(sql.text()).isEqualTo("SELECT 'Jörg', 1");
    assertThat(Sent.inFile(sql, "'Jörg', 1")).isEqualTo("'Jörg', 1");
  }

  @Test
  void analyses_a_misencoded_file_as_far_as_it_can_be_read() throws Exception {
    Path file = folder.resolve("update.sql");
    Files.writeString(file, "SELECT 'Jörg', 1", ISO_8859_1);

    Changelog changelog = Changelog.sql(file.toString());

    assertThat(changelog.problems()).hasSize(1);
    assertThat(Sent.texts(changelog.changeSets().get(0).changes()))
        .containsExactly("SELECT 'J\uFFFDrg', 1");
  }
}
