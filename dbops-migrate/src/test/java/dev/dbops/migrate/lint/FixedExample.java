package dev.dbops.migrate.lint;

import dev.dbops.migrate.catalog.SchemaReplay;
import dev.dbops.migrate.catalog.SchemaState;
import dev.dbops.migrate.changelog.ChangeSet;
import dev.dbops.migrate.changelog.Changelog;
import dev.dbops.migrate.changelog.SourceFile;
import dev.dbops.migrate.changelog.SourceSpan;
import dev.dbops.migrate.changelog.SqlText;
import dev.dbops.migrate.changelog.TransactionMode;
import dev.dbops.migrate.online.OnlineForm;
import dev.dbops.migrate.online.OnlineStep;
import dev.dbops.migrate.scratch.ScratchDatabase;
import dev.dbops.migrate.scratch.ScratchServer;
import dev.dbops.migrate.sql.AlterTable;
import dev.dbops.migrate.sql.AlterTableAction;
import dev.dbops.migrate.sql.Splitter;
import dev.dbops.migrate.sql.SqlParser;
import dev.dbops.migrate.sql.Statement;
import dev.dbops.migrate.sql.TransactionControl;
import dev.dbops.migrate.testing.Rows;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * An example with the fix of one of its findings pasted in: the statement, or the sub-command, that
 * was found has made way for the steps.
 *
 * @param given what was there before
 * @param parts what is run, in order
 * @param complete whether the steps are all there: those from the first one by hand on are not
 */
record FixedExample(String given, List<Part> parts, boolean complete) {
  /** SQL that runs in one transaction or, statement by statement, in none. */
  record Part(List<String> statements, boolean inTransaction, boolean ofFix) {}

  /**
   * Pastes a fix.
   *
   * @param version the server's major version
   * @return empty if the statement stands inside another one, which no step can
   */
  static Optional<FixedExample> of(Example example, Finding finding, OnlineForm fix, int version) {
    List<PlacedStatement> unit = statements(example, version);
    int found = 0;
    while (found < unit.size() && !contains(unit.get(found), finding.span())) {
      found++;
    }
    if (found == unit.size() || !unit.get(found).text().equals(finding.statement())) {
      return Optional.empty();
    }
    List<OnlineStep> steps =
        fix.steps().stream()
            .takeWhile(step -> step.execution() != OnlineStep.Execution.BY_HAND)
            .toList();
    boolean complete = steps.size() == fix.steps().size();
    Moved moved = Moved.into(steps);
    List<Part> parts = new ArrayList<>();
    parts.add(
        part(unit.subList(0, found), moved, subCommands(unit.get(found), finding, moved, true)));
    for (OnlineStep step : steps) {
      boolean inTransaction = step.execution() == OnlineStep.Execution.OWN_TRANSACTION;
      parts.add(new Part(List.of(step.sql()), inTransaction, true));
    }
    if (complete) {
      Part rest = part(unit.subList(found + 1, unit.size()), moved, Stream.empty());
      List<String> after =
          Stream.concat(
                  subCommands(unit.get(found), finding, moved, false), rest.statements().stream())
              .toList();
      parts.add(new Part(after, rest.inTransaction(), false));
    }
    parts.removeIf(part -> part.statements().isEmpty());
    return Optional.of(new FixedExample(example.given().text(), parts, complete));
  }

  private static List<PlacedStatement> statements(Example example, int version) {
    Changelog changelog = example.changelog();
    UnitPlacer placer =
        new UnitPlacer(changelog.runner(), version, SchemaReplay.from(SchemaState.empty()));
    placer.place(changelog.changeSets().get(0), false);
    return placer.place(changelog.changeSets().get(1), true).statements().stream()
        .filter(placed -> placed.nesting() == PlacedStatement.Nesting.NONE)
        .toList();
  }

  private static boolean contains(PlacedStatement placed, SourceSpan span) {
    SourceSpan whole = placed.locate(placed.statement().span());
    return whole.start() <= span.start() && span.end() <= whole.end();
  }

  /** What the steps do themselves of the statements around the one that was found. */
  private record Moved(Set<String> statements, Set<String> subCommands) {
    static Moved into(List<OnlineStep> steps) {
      Set<String> statements = steps.stream().map(OnlineStep::sql).collect(Collectors.toSet());
      Set<String> subCommands =
          steps.stream()
              .filter(step -> parse(step.sql()) instanceof AlterTable)
              .flatMap(
                  step ->
                      ((AlterTable) parse(step.sql()))
                          .actions().stream().map(each -> each.span().of(step.sql())))
              .collect(Collectors.toSet());
      return new Moved(statements, subCommands);
    }

    private static Statement parse(String sql) {
      SqlText text = SqlText.verbatim(SourceFile.of("step.sql", sql).whole());
      return SqlParser.parse(Splitter.split(text).get(0));
    }

    boolean holds(PlacedStatement placed) {
      return statements.contains(placed.text())
          || placed.statement() instanceof AlterTable alter
              && alter.actions().stream().allMatch(action -> holds(action, placed));
    }

    boolean holds(AlterTableAction action, PlacedStatement placed) {
      return subCommands.contains(action.span().of(placed.sql().text()));
    }
  }

  /**
   * Of what was found by one sub-command, the others before it or after it. A fix must not need a
   * column that another adds, nor may a key be dropped for it beforehand.
   */
  private static Stream<String> subCommands(
      PlacedStatement placed, Finding finding, Moved moved, boolean before) {
    if (!(placed.statement() instanceof AlterTable alter)) {
      return Stream.empty();
    }
    boolean found = false;
    List<String> kept = new ArrayList<>();
    for (AlterTableAction action : alter.actions()) {
      boolean later =
          found
              || action instanceof AlterTableAction.AddColumn
              || action instanceof AlterTableAction.DropConstraint
              || alter.actions().stream().anyMatch(each -> moved.holds(each, placed));
      if (placed.locate(action.span()).equals(finding.span())) {
        found = true;
      } else if (later != before && !moved.holds(action, placed)) {
        kept.add(action.span().of(placed.sql().text()));
      }
    }
    if (!found || kept.isEmpty()) {
      return Stream.empty();
    }
    String table = placed.sql().text().substring(alter.span().start(), alter.table().span().end());
    return Stream.of(table + " " + String.join(", ", kept));
  }

  private static Part part(List<PlacedStatement> statements, Moved moved, Stream<String> more) {
    boolean one = !statements.isEmpty() && statements.get(0).inTransactionBlock();
    Stream<String> own =
        statements.stream()
            .filter(placed -> !isBoundary(placed.statement()))
            .filter(placed -> !moved.holds(placed))
            .map(PlacedStatement::text);
    return new Part(Stream.concat(own, more).toList(), one, false);
  }

  private static boolean isBoundary(Statement statement) {
    return statement instanceof TransactionControl control
        && (control.kind() == TransactionControl.Kind.BEGIN
            || control.kind() == TransactionControl.Kind.COMMIT);
  }

  /** Runs it all over tables with rows; answers what a server refuses, if it does. */
  Optional<String> run(ScratchServer server) throws SQLException {
    try (ScratchDatabase database = server.create();
        Connection connection = database.connection()) {
      execute(connection, given);
      Map<String, String> empty = Rows.fill(connection);
      if (!empty.isEmpty()) {
        return Optional.of("tables without rows: " + empty);
      }
      boolean fixBegun = false;
      for (Part part : parts) {
        String all = String.join(";\n", part.statements());
        try {
          connection.setAutoCommit(!part.inTransaction());
          if (part.ofFix() && !fixBegun) {
            fixBegun = true;
            execute(connection, "RESET search_path");
          }
          for (String statement : part.statements()) {
            execute(connection, statement);
          }
          if (part.inTransaction()) {
            connection.commit();
          }
        } catch (SQLException refusal) {
          return Optional.of(refusal.getMessage() + " at\n" + all);
        }
      }
      return Optional.empty();
    }
  }

  private static void execute(Connection connection, String sql) throws SQLException {
    try (java.sql.Statement statement = connection.createStatement()) {
      statement.setEscapeProcessing(false);
      statement.execute(sql);
    }
  }

  /** Lints it, with each part as a changeset. */
  List<Finding> findings(Rule rule, int version) {
    List<ChangeSet> changeSets = new ArrayList<>();
    changeSets.add(changeSet("given", given, TransactionMode.AUTOCOMMIT));
    for (Part part : parts) {
      changeSets.add(
          changeSet(
              (part.ofFix() ? "step " : "rest ") + changeSets.size(),
              String.join(";\n", part.statements()),
              part.inTransaction() ? TransactionMode.ONE : TransactionMode.AUTOCOMMIT));
    }
    Changelog changelog = new Changelog(Changelog.Runner.PSQL, changeSets, List.of(), List.of());
    Selection afterwards = new Selection("the fix", changeSet -> !changeSet.id().equals("given"));
    return ExampleLint.report(rule, changelog, afterwards, version).findings();
  }

  private static ChangeSet changeSet(String id, String sql, TransactionMode mode) {
    return Example.changeSet(id, SourceFile.of(id + ".sql", sql).whole(), mode);
  }
}
