package dev.dbops.migrate.sql;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SqlParserTest {
  static List<StatementFixtures> fixtures() throws IOException {
    return StatementFixtures.all();
  }

  @ParameterizedTest
  @MethodSource("fixtures")
  void reads_statements_as_their_outlines_say(StatementFixtures fixture) {
    String outline = fixture.outline();

    assertThat(outline).isEqualTo(fixture.expected());
  }
}
