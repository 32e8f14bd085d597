package dev.dbops.migrate.changelog;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The numbers are what ChecksumCalculator of Flyway 9.22.3 and 11.10.0 gives for these texts. */
class FlywayChecksumsTest {
  private static final String TWO_LINES = "-1665099012";

  @TempDir Path folder;

  static Stream<Arguments> texts() {
    return Stream.of(
        Arguments.of("as Unix ends lines", "SELECT 1;\nSELECT 2;\n", TWO_LINES),
        Arguments.of("as Windows ends lines", "SELECT 1;\r\nSELECT 2;\r\n", TWO_LINES),
        Arguments.of("as old Macs ended lines", "SELECT 1;\rSELECT 2;", TWO_LINES),
        Arguments.of("a byte order mark", "\uFEFFSELECT 1;\nSELECT 2;\n", TWO_LINES),
        Arguments.of("empty lines", "SELECT 1;\n\n\nSELECT 2;\n\n", TWO_LINES),
        Arguments.of("a space at the end", "SELECT 1; \n", "-1951047511"),
        Arguments.of("an umlaut", "SELECT 'Ü';\n", "2018967533"),
        Arguments.of("a placeholder", "SELECT '${name}';\n", "-1228039024"));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("texts")
  void checksums_of_versioned_migrations_are_those_of_flyway(
      String name, String text, String checksum) throws IOException {
    assertThat(checksum("V1__a.sql", text)).isEqualTo(checksum);
  }

  @Test
  void placeholders_of_repeatable_migrations_are_replaced_first() throws IOException {
    Files.writeString(folder.resolve("V1__a.sql"), "SELECT 1;\n");

    assertThat(checksum("R__a.sql", "SELECT '${name}';\n")).isEqualTo("-4758293");
  }

  private String checksum(String file, String text) throws IOException {
    Files.writeString(folder.resolve(file), text);
    ChangelogOptions options =
        ChangelogOptions.builder().searchPath(folder).parameter("name", "jo").build();
    return CheckedChangeSet.read(".", options, Map.of()).stream()
        .filter(each -> each.id().toString().contains(file))
        .findFirst()
        .orElseThrow()
        .checksum();
  }
}
