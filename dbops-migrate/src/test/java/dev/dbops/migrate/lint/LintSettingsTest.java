package dev.dbops.migrate.lint;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class LintSettingsTest {
  private static final RuleInfo RENAMED =
      RuleInfo.rule("new-name")
          .title("It hurts")
          .why("Because.")
          .instead("Do not.")
          .documentation("https://example.com")
          .aliases("old-name", "older-name")
          .build();

  @Test
  void what_is_said_of_a_rule_by_its_id_goes_before_what_is_said_by_a_former_one() {
    for (String former : RENAMED.aliases()) {
      Map<String, Optional<Severity>> severities = new LinkedHashMap<>();
      severities.put(former, Optional.of(Severity.INFO));
      severities.put("new-name", Optional.empty());

      LintSettings settings = LintSettings.defaults().withSeverities(severities);

      assertThat(settings.severityOf(RENAMED)).isEmpty();
    }
  }

  @Test
  void of_two_former_ids_it_is_always_the_same_that_holds() {
    Map<String, Optional<Severity>> severities =
        Map.of("older-name", Optional.of(Severity.INFO), "old-name", Optional.of(Severity.ERROR));

    LintSettings settings = LintSettings.defaults().withSeverities(severities);

    assertThat(settings.severityOf(RENAMED)).contains(Severity.ERROR);
  }

  @Test
  void changes_one_setting_and_keeps_the_others() {
    LintSettings settings =
        LintSettings.defaults()
            .withTargetVersion(14)
            .withSmallTableRows(1)
            .withLargeTableRows(2)
            .withScanBytesPerSecond(3)
            .withRewriteBytesPerSecond(4);

    assertThat(settings).isEqualTo(new LintSettings(14, Map.of(), 1, 2, 3, 4));
  }
}
