package dev.dbops.migrate.lint;

import dev.dbops.migrate.catalog.SchemaReplay;
import dev.dbops.migrate.catalog.SchemaState;
import dev.dbops.migrate.changelog.ChangeSet;
import dev.dbops.migrate.changelog.Changelog;
import dev.dbops.migrate.changelog.ReadProblem;
import dev.dbops.migrate.lint.RuleContext.Candidate;
import dev.dbops.migrate.sql.LaterSyntax;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Replays a changelog and runs the rules over the changesets that are asked for. Thread-safe.
 *
 * <p>What {@link dev.dbops.migrate.Linter} puts its defaults around: callers use that one, this
 * package keeps to itself what a run is made of.
 */
public final class ChangelogLinter {
  private static final Comparator<Candidate> BY_PLACE =
      Comparator.<Candidate>comparingInt(candidate -> candidate.finding().span().start())
          .thenComparing(candidate -> candidate.finding().rule().id());

  private static final String SYNTAX_RULE = "syntax-of-later-version";

  private final RuleSet rules;
  private final LintSettings settings;
  private final TableSizes sizes;
  private final Baseline baseline;

  public ChangelogLinter(
      RuleSet rules, LintSettings settings, TableSizes sizes, Baseline baseline) {
    this.rules = rules;
    this.settings = settings;
    this.sizes = sizes;
    this.baseline = baseline;
  }

  /**
   * Lints a changelog.
   *
   * @param selection which changesets are reported; all are replayed
   */
  public LintReport lint(Changelog changelog, Selection selection) {
    return new Run(changelog, selection).run();
  }

  /** One run: what it has found so far. */
  private final class Run {
    private final Changelog changelog;
    private final Selection selection;
    private final SizeJudge judge = new SizeJudge(settings, sizes);
    private final SchemaReplay replay = SchemaReplay.from(SchemaState.empty());
    private final List<Candidate> findings = new ArrayList<>();
    private final List<NotAnalysed> notAnalysed = new ArrayList<>();
    private final List<ReadProblem> problems = new ArrayList<>();
    private final SuppressionIndex suppressions;
    private int linted;
    private int statements;
    private int smallTables;

    Run(Changelog changelog, Selection selection) {
      this.changelog = changelog;
      this.selection = selection;
      this.problems.addAll(changelog.problems());
      this.suppressions = new SuppressionIndex(changelog, rules);
    }

    LintReport run() {
      UnitPlacer placer = new UnitPlacer(changelog.runner(), settings.targetVersion(), replay);
      for (ChangeSet changeSet : changelog.changeSets()) {
        if (selection.includes(changeSet)) {
          lint(changeSet, placer.place(changeSet, !selection.isAll()));
        } else {
          placer.pass(changeSet);
        }
      }
      return report();
    }

    private void lint(ChangeSet changeSet, UnitPlacer.Unit unit) {
      linted++;
      statements += unit.raw().size();
      notAnalysed.addAll(unit.notAnalysed());
      suppressions.add(changeSet, unit.raw());
      TransactionIndex index = new TransactionIndex(unit.statements());
      List<Candidate> found = new ArrayList<>();
      BitSet refused = refused(unit.statements());
      for (Rule rule : rules.rules()) {
        RuleInfo info = rule.info();
        Optional<Severity> severity = settings.severityOf(info);
        if (severity.isEmpty()) {
          continue;
        }
        for (int i = 0; i < unit.statements().size(); i++) {
          if (refused.get(i) && info.blocks() != Blocks.MIGRATION) {
            continue;
          }
          RuleContext context =
              new RuleContext(
                  info,
                  unit.statements(),
                  index,
                  i,
                  changelog,
                  settings.targetVersion(),
                  candidate -> judge(candidate, severity.get(), found));
          check(rule, context);
        }
      }
      found.sort(BY_PLACE);
      findings.addAll(found);
    }

    /**
     * The statements that the server does not understand: they block nobody, and what would be
     * advised instead repeats what it does not know. If no rule tells of them, the others do.
     */
    private BitSet refused(List<PlacedStatement> statements) {
      BitSet refused = new BitSet();
      if (isTold(SYNTAX_RULE)) {
        for (int i = 0; i < statements.size(); i++) {
          refused.set(
              i, LaterSyntax.isRefused(statements.get(i).statement(), settings.targetVersion()));
        }
      }
      return refused;
    }

    private boolean isTold(String id) {
      return rules.rules().stream()
          .map(Rule::info)
          .filter(info -> info.id().equals(id))
          .anyMatch(info -> settings.severityOf(info).isPresent());
    }

    /** A rule that fails, perhaps a user's own, is reported and does not end the run. */
    private void check(Rule rule, RuleContext context) {
      try {
        rule.check(context);
      } catch (RuntimeException failure) {
        problems.add(
            new ReadProblem(
                context.placed().locate(context.statement().span()),
                "Rule " + rule.info().id() + " failed on this statement: " + failure,
                "switch the rule off in dbops.yaml, or mend it"));
      }
    }

    private void judge(Candidate candidate, Severity severity, List<Candidate> found) {
      judge
          .judge(candidate.finding().withSeverity(severity))
          .ifPresentOrElse(
              finding -> found.add(new Candidate(finding, candidate.settled())),
              () -> smallTables++);
    }

    private LintReport report() {
      List<Finding> unsettled =
          findings.stream()
              .filter(candidate -> !candidate.settled().test(replay.state()))
              .map(Candidate::finding)
              .toList();
      SuppressionIndex.Split split = suppressions.split(unsettled);
      problems.addAll(split.problems());
      Map<Boolean, List<Finding>> known = baseline.partition(split.reported());
      return new LintReport(
          settings.targetVersion(),
          known.getOrDefault(false, List.of()),
          known.getOrDefault(true, List.of()),
          split.suppressed(),
          split.unused(),
          notAnalysed,
          problems,
          new LintReport.Scope(
              changelog.changeSets().size(),
              linted,
              statements,
              selection.description(),
              smallTables));
    }
  }
}
