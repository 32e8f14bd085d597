package dev.dbops.migrate;

import dev.dbops.migrate.changelog.Changelog;
import dev.dbops.migrate.lint.Baseline;
import dev.dbops.migrate.lint.ChangelogLinter;
import dev.dbops.migrate.lint.LintReport;
import dev.dbops.migrate.lint.LintSettings;
import dev.dbops.migrate.lint.RuleSet;
import dev.dbops.migrate.lint.Selection;
import dev.dbops.migrate.lint.TableSizes;

/**
 * Finds the statements of a changelog that would block a live PostgreSQL, without a database.
 * Immutable and thread-safe; each {@code with} method gives another linter.
 */
public final class Linter {
  private final RuleSet rules;
  private final LintSettings settings;
  private final TableSizes sizes;
  private final Baseline baseline;
  private final Selection selection;

  private Linter(
      RuleSet rules,
      LintSettings settings,
      TableSizes sizes,
      Baseline baseline,
      Selection selection) {
    this.rules = rules;
    this.settings = settings;
    this.sizes = sizes;
    this.baseline = baseline;
    this.selection = selection;
  }

  /** A linter with the rules of dbops and those offered as services, and with default settings. */
  public static Linter create() {
    ClassLoader contextLoader = Thread.currentThread().getContextClassLoader();
    ClassLoader classLoader = contextLoader != null ? contextLoader : Linter.class.getClassLoader();
    return with(RuleSet.discovered(classLoader));
  }

  /** A linter with these rules and with default settings. */
  public static Linter with(RuleSet rules) {
    return new Linter(
        rules, LintSettings.defaults(), TableSizes.unknown(), Baseline.empty(), Selection.all());
  }

  public Linter withSettings(LintSettings other) {
    return new Linter(rules, other, sizes, baseline, selection);
  }

  /** Judges findings by how large the tables are in production. */
  public Linter withTableSizes(TableSizes other) {
    return new Linter(rules, settings, other, baseline, selection);
  }

  /** Leaves out the findings that were there when dbops was introduced. */
  public Linter withBaseline(Baseline other) {
    return new Linter(rules, settings, sizes, other, selection);
  }

  /** Reports only some changesets: what changed, or what is pending. */
  public Linter withSelection(Selection other) {
    return new Linter(rules, settings, sizes, baseline, other);
  }

  /**
   * Lints a changelog. What cannot be read or analysed is part of the report; nothing is thrown for
   * it.
   */
  public LintReport lint(Changelog changelog) {
    return new ChangelogLinter(rules, settings, sizes, baseline).lint(changelog, selection);
  }
}
