package dev.dbops.migrate.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PrintableTest {
  @Test
  void escapes_carriage_returns_and_turned_lines_do_not_reach_the_terminal() {
    String shown = Printable.of("a\u001b[31m b\rc\u202ed\u0007 \u009b2J");

    assertThat(shown).isEqualTo("a\ufffd[31m b\ufffdc\ufffdd\ufffd \ufffd2J");
  }

  @Test
  void text_of_any_language_stays_with_its_lines() {
    String text = "SELECT 'naïve 日本 😀'\n\tFROM t";

    assertThat(Printable.of(text)).isEqualTo(text);
  }
}
