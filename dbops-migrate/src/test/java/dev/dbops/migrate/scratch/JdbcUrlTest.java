package dev.dbops.migrate.scratch;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JdbcUrlTest {
  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '`',
      textBlock =
          """
          jdbc:postgresql://db:5433/shop,               jdbc:postgresql://db:5433/scratch
          jdbc:postgresql://db/shop?ssl=true&user=a/b,  jdbc:postgresql://db/scratch?ssl=true&user=a/b
          `jdbc:postgresql://one:1,two:2/shop`,         `jdbc:postgresql://one:1,two:2/scratch`
          jdbc:postgresql://[::1]:5432/shop,            jdbc:postgresql://[::1]:5432/scratch
          jdbc:postgresql://db/,                        jdbc:postgresql://db/scratch
          jdbc:postgresql://db?user=app,                jdbc:postgresql://db/scratch?user=app
          jdbc:postgresql:shop,                         jdbc:postgresql:scratch
          jdbc:postgresql:/,                            jdbc:postgresql:scratch
          """)
  void keeps_all_but_the_name_of_the_database(String url, String expected) {
    assertThat(new JdbcUrl(url).database("scratch").value()).isEqualTo(expected);
  }
}
