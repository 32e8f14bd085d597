package dev.dbops.migrate.error;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CloseMatchTest {
  private static final List<String> KNOWN = List.of("failOn", "since", "searchPath", "url");

  @ParameterizedTest
  @CsvSource({"failon,failOn", "fail-on,failOn", "sicne,since", "serchpath,searchPath", "uri,url"})
  void finds_what_was_meant(String word, String meant) {
    assertThat(CloseMatch.of(word, KNOWN)).contains(meant);
  }

  @Test
  void says_nothing_when_no_word_is_close() {
    assertThat(CloseMatch.of("passwords", KNOWN)).isEmpty();
    assertThat(CloseMatch.question("passwords", KNOWN)).isEmpty();
  }
}
