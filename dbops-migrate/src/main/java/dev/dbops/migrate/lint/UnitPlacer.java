package dev.dbops.migrate.lint;

import dev.dbops.migrate.catalog.SchemaReplay;
import dev.dbops.migrate.catalog.SchemaState;
import dev.dbops.migrate.changelog.Change;
import dev.dbops.migrate.changelog.ChangeSet;
import dev.dbops.migrate.changelog.Changelog;
import dev.dbops.migrate.changelog.SqlText;
import dev.dbops.migrate.lint.PlacedStatement.Nesting;
import dev.dbops.migrate.lock.LockEffects;
import dev.dbops.migrate.sql.CreateFunction;
import dev.dbops.migrate.sql.DoBlock;
import dev.dbops.migrate.sql.ProcedureBody;
import dev.dbops.migrate.sql.RawStatement;
import dev.dbops.migrate.sql.Span;
import dev.dbops.migrate.sql.Splitter;
import dev.dbops.migrate.sql.SqlParser;
import dev.dbops.migrate.sql.Statement;
import dev.dbops.migrate.sql.Unparsed;
import java.util.ArrayList;
import java.util.List;

/** Parses the statements of a changeset, replays them, and puts each in its transaction. */
final class UnitPlacer {
  /** Characters of a statement that name it in a report. */
  private static final int LONGEST_NAME = 60;

  /**
   * Characters of a statement, perhaps of many millions, that its first words are looked for in.
   */
  private static final int BEGINNING = 1_000;

  private final Changelog.Runner runner;
  private final int targetVersion;
  private final SchemaReplay replay;

  UnitPlacer(Changelog.Runner runner, int targetVersion, SchemaReplay replay) {
    this.runner = runner;
    this.targetVersion = targetVersion;
    this.replay = replay;
  }

  /** A changeset taken apart. */
  record Unit(
      List<PlacedStatement> statements, List<NotAnalysed> notAnalysed, List<RawStatement> raw) {}

  /**
   * Takes a changeset apart.
   *
   * @param partOfDeploy whether it runs for the first time in the deploy that is linted
   */
  Unit place(ChangeSet changeSet, boolean partOfDeploy) {
    return new Placement(changeSet).run(partOfDeploy, true);
  }

  /** Replays a changeset of which nothing is reported. */
  void pass(ChangeSet changeSet) {
    new Placement(changeSet).run(false, false);
  }

  /** One changeset: what has been placed of it so far. */
  private final class Placement {
    private final ChangeSet changeSet;
    private final List<PlacedStatement> placed = new ArrayList<>();
    private final List<NotAnalysed> notAnalysed = new ArrayList<>();
    private final List<SentStatement> sent;
    private final RunnerTransactions transactions;

    Placement(ChangeSet changeSet) {
      this.changeSet = changeSet;
      this.sent = parse();
      this.transactions =
          new RunnerTransactions(runner, targetVersion, changeSet.transaction(), sent);
    }

    Unit run(boolean partOfDeploy, boolean reported) {
      replay.enterUnit(transactions.isOne(), partOfDeploy);
      for (SentStatement each : sent) {
        transactions.before(each);
        if (reported) {
          place(each.statement(), each.raw().sql());
        }
        replay.apply(each.statement());
      }
      if (changeSet.runAlways()) {
        replay.leaveUnitOfEverySession();
      } else {
        replay.leaveUnit();
      }
      return new Unit(placed, notAnalysed, sent.stream().map(SentStatement::raw).toList());
    }

    private List<SentStatement> parse() {
      List<SentStatement> parsed = new ArrayList<>();
      int call = 0;
      for (Change change : changeSet.changes()) {
        if (change instanceof Change.NotAnalysed opaque) {
          notAnalysed.add(
              new NotAnalysed(changeSet, opaque.span(), opaque.kind(), opaque.reason()));
        } else if (change instanceof Change.Sql sql) {
          boolean first = true;
          for (RawStatement raw : Splitter.split(sql.sql())) {
            parsed.add(new SentStatement(raw, SqlParser.parse(raw), call, first));
            first = false;
          }
          call++;
        }
      }
      return parsed;
    }

    private void place(Statement statement, SqlText sql) {
      add(statement, sql, replay.state(), Nesting.NONE);
      if (statement instanceof Unparsed unparsed) {
        notAnalysed(unparsed.at(), sql, wordsOf(unparsed, sql), unparsed.reason());
      } else if (statement instanceof DoBlock block) {
        placeBody(block, sql, block.body(), Nesting.DO_BLOCK);
      } else if (statement instanceof CreateFunction function) {
        placeBody(function, sql, function.body(), Nesting.FUNCTION);
      }
    }

    /** What is inside runs, if at all, by the schema that the outer statement finds. */
    private void placeBody(Statement outer, SqlText sql, ProcedureBody body, Nesting nesting) {
      SchemaState before = replay.state();
      for (Statement inner : body.statements()) {
        add(inner, sql, before, nesting);
        before = before.after(inner);
      }
      String what = wordsOf(outer, sql);
      for (Span dynamic : body.dynamic()) {
        notAnalysed(
            dynamic,
            sql,
            "EXECUTE in " + what,
            "SQL that is put together at run time is not known before it runs");
      }
      body.notAnalysed().ifPresent(reason -> notAnalysed(outer.span(), sql, what, reason));
    }

    private void add(Statement statement, SqlText sql, SchemaState before, Nesting nesting) {
      placed.add(
          new PlacedStatement(
              changeSet,
              sql,
              statement,
              before,
              LockEffects.of(statement, before, targetVersion),
              nesting,
              transactions.current(),
              transactions.inBlock()));
    }

    private void notAnalysed(Span span, SqlText sql, String what, String reason) {
      notAnalysed.add(
          new NotAnalysed(changeSet, sql.locate(span.start(), span.end()), what, reason));
    }

    /** The first words of a statement, to name it by. */
    private static String wordsOf(Statement statement, SqlText sql) {
      Span span = statement.span();
      int end = Math.min(span.end(), span.start() + BEGINNING);
      String[] words = new Span(span.start(), end).of(sql.text()).strip().split("\\s+", 4);
      String first = String.join(" ", List.of(words).subList(0, Math.min(3, words.length)));
      return first.length() <= LONGEST_NAME ? first : first.substring(0, LONGEST_NAME) + "…";
    }
  }
}
