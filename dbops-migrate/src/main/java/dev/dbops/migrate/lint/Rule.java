package dev.dbops.migrate.lint;

/**
 * A hazard that the linter knows. Implementations have no state and are thread-safe.
 *
 * <p>Rules of users are found by {@link java.util.ServiceLoader}: they need a public constructor
 * without parameters and an entry in {@code META-INF/services/dev.dbops.migrate.lint.Rule}. To
 * survive new kinds of statements they use {@code instanceof} or a {@link
 * dev.dbops.migrate.sql.StatementVisitor}.
 */
public interface Rule {
  /** What the rule is about; always the same. */
  RuleInfo info();

  /**
   * Looks at one statement and reports what it finds. Called for every statement in the order in
   * which they run, also for those inside {@code DO} blocks and function bodies.
   */
  void check(RuleContext context);
}
