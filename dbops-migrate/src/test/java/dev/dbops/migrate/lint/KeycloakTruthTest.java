package dev.dbops.migrate.lint;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dbops.migrate.Linter;
import dev.dbops.migrate.changelog.ChangeSet;
import dev.dbops.migrate.changelog.Changelog;
import dev.dbops.migrate.changelog.ChangelogOptions;
import dev.dbops.migrate.lint.rules.CreateIndexBlocksWrites;
import dev.dbops.migrate.lock.LockEffect;
import dev.dbops.migrate.lock.LockMode;
import dev.dbops.migrate.scratch.ScratchDatabase;
import dev.dbops.migrate.testing.Postgres;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/**
 * Twelve years of a real changelog: each ERROR in it is seen to happen, at its place in history.
 */
class KeycloakTruthTest {
  private static final Path KEYCLOAK = Path.of("target/keycloak");
  private static final String MASTER = "META-INF/jpa-changelog-master.xml";

  @Test
  void servers_do_what_every_error_says() throws SQLException {
    Changelog changelog =
        Changelog.liquibase(MASTER, ChangelogOptions.builder().searchPath(KEYCLOAK).build());
    IdentityHashMap<ChangeSet, List<Finding>> errors = errors(changelog);

    Map<String, Integer> confirmed = new TreeMap<>();
    List<String> differences = new ArrayList<>();
    try (ScratchDatabase history = Postgres.newest().create()) {
      for (ChangeSet changeSet : changelog.changeSets()) {
        HistoricChangeSet historic = HistoricChangeSet.of(changeSet);
        List<Finding> found = errors.getOrDefault(changeSet, List.of());
        if (!found.isEmpty()) {
          try (ScratchDatabase copy = Postgres.newest().copyOf(history)) {
            HistoricChangeSet.Outcome outcome = historic.confirm(found, copy);
            differences.addAll(outcome.differences());
            outcome.confirmed().forEach(rule -> confirmed.merge(rule, 1, Integer::sum));
          }
        }
        historic.run(history);
      }
    }

    int all = errors.values().stream().mapToInt(List::size).sum();
    System.out.printf("Keycloak: %d errors, confirmed: %s%n", all, confirmed);
    assertThat(differences).isEmpty();
    assertThat(confirmed.values().stream().mapToInt(Integer::intValue).sum())
        .isEqualTo(all)
        .isGreaterThan(200);
  }

  @Test
  void an_error_that_says_what_does_not_happen_is_a_difference() throws SQLException {
    Example example = Example.of(new CreateIndexBlocksWrites().info(), "bad");
    ChangeSet changeSet = example.changelog().changeSets().get(1);
    Finding right = ExampleLint.report(new CreateIndexBlocksWrites(), example).findings().get(0);
    LockEffect effect = right.effects().get(0);
    Finding wrong =
        new Finding(
            right.rule(),
            right.severity(),
            right.message(),
            right.changeSet(),
            right.span(),
            right.statement(),
            right.table(),
            right.size(),
            List.of(
                new LockEffect(
                    effect.relation(), LockMode.EXCLUSIVE, effect.work(), effect.span())),
            right.fix());

    try (ScratchDatabase database = Postgres.newest().create()) {
      database.execute(example.given().text());
      HistoricChangeSet historic = HistoricChangeSet.of(changeSet);

      assertThat(historic.confirm(List.of(right), database).differences()).isEmpty();
      assertThat(historic.confirm(List.of(wrong), database).differences()).hasSize(1);
    }
  }

  private static IdentityHashMap<ChangeSet, List<Finding>> errors(Changelog changelog) {
    IdentityHashMap<ChangeSet, List<Finding>> errors = new IdentityHashMap<>();
    for (Finding finding : Linter.create().lint(changelog).findings()) {
      if (finding.severity() == Severity.ERROR) {
        errors.computeIfAbsent(finding.changeSet(), none -> new ArrayList<>()).add(finding);
      }
    }
    return errors;
  }
}
