package dev.dbops.migrate.lint;

import dev.dbops.migrate.catalog.SchemaReplay;
import dev.dbops.migrate.catalog.SchemaState;
import dev.dbops.migrate.changelog.Change;
import dev.dbops.migrate.changelog.ChangeSet;
import dev.dbops.migrate.changelog.Changelog;
import dev.dbops.migrate.changelog.SqlText;
import dev.dbops.migrate.changelog.TransactionMode;
import dev.dbops.migrate.lock.LockEffects;
import dev.dbops.migrate.lock.TransactionBlock;
import dev.dbops.migrate.sql.CreateFunction;
import dev.dbops.migrate.sql.DoBlock;
import dev.dbops.migrate.sql.ProcedureBody;
import dev.dbops.migrate.sql.RawStatement;
import dev.dbops.migrate.sql.Span;
import dev.dbops.migrate.sql.Splitter;
import dev.dbops.migrate.sql.SqlParser;
import dev.dbops.migrate.sql.Statement;
import dev.dbops.migrate.sql.TransactionControl;
import dev.dbops.migrate.sql.Unparsed;
import java.util.ArrayList;
import java.util.List;

/** Parses the statements of a changeset, replays them, and puts each in its transaction. */
final class UnitPlacer {
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

  /** A statement with the call that sends it. */
  private record Sent(RawStatement raw, Statement statement, int call, boolean firstInCall) {}

  /**
   * Takes a changeset apart.
   *
   * @param partOfDeploy whether it runs for the first time in the deploy that is linted
   */
  Unit place(ChangeSet changeSet, boolean partOfDeploy) {
    List<NotAnalysed> notAnalysed = new ArrayList<>();
    List<Sent> sent = parse(changeSet, notAnalysed);
    List<PlacedStatement> placed = new ArrayList<>();
    Transactions transactions = new Transactions(changeSet, sent);
    replay.enterUnit(transactions.implicit, partOfDeploy);
    for (Sent each : sent) {
      transactions.before(each);
      place(changeSet, each, transactions, placed, notAnalysed);
    }
    replay.leaveUnit();
    return new Unit(placed, notAnalysed, sent.stream().map(Sent::raw).toList());
  }

  private List<Sent> parse(ChangeSet changeSet, List<NotAnalysed> notAnalysed) {
    List<Sent> sent = new ArrayList<>();
    int call = 0;
    for (Change change : changeSet.changes()) {
      if (change instanceof Change.NotAnalysed opaque) {
        notAnalysed.add(new NotAnalysed(changeSet, opaque.span(), opaque.kind(), opaque.reason()));
      } else if (change instanceof Change.Sql sql) {
        boolean first = true;
        for (RawStatement raw : Splitter.split(sql.sql())) {
          sent.add(new Sent(raw, SqlParser.parse(raw), call, first));
          first = false;
        }
        call++;
      }
    }
    return sent;
  }

  private void place(
      ChangeSet changeSet,
      Sent sent,
      Transactions transactions,
      List<PlacedStatement> placed,
      List<NotAnalysed> notAnalysed) {
    Statement statement = sent.statement();
    SqlText sql = sent.raw().sql();
    if (statement instanceof Unparsed unparsed) {
      notAnalysed.add(
          new NotAnalysed(
              changeSet,
              sql.locate(unparsed.at().start(), unparsed.at().end()),
              firstWords(sent.raw().text()),
              unparsed.reason()));
    }
    add(
        changeSet,
        sql,
        statement,
        replay.state(),
        PlacedStatement.Nesting.NONE,
        transactions,
        placed);
    if (statement instanceof DoBlock block) {
      bodyOf(
          changeSet,
          sql,
          statement,
          block.body(),
          PlacedStatement.Nesting.DO_BLOCK,
          transactions,
          placed,
          notAnalysed);
    } else if (statement instanceof CreateFunction function) {
      bodyOf(
          changeSet,
          sql,
          statement,
          function.body(),
          PlacedStatement.Nesting.FUNCTION,
          transactions,
          placed,
          notAnalysed);
    }
    replay.apply(statement);
  }

  /** What is inside a block or function runs, if at all, by the schema that the outer one finds. */
  private void bodyOf(
      ChangeSet changeSet,
      SqlText sql,
      Statement outer,
      ProcedureBody body,
      PlacedStatement.Nesting nesting,
      Transactions transactions,
      List<PlacedStatement> placed,
      List<NotAnalysed> notAnalysed) {
    SchemaState before = replay.state();
    for (Statement inner : body.statements()) {
      add(changeSet, sql, inner, before, nesting, transactions, placed);
      before = before.after(inner);
    }
    String what = firstWords(outer.span().of(sql.text()));
    for (Span dynamic : body.dynamic()) {
      notAnalysed.add(
          new NotAnalysed(
              changeSet,
              sql.locate(dynamic.start(), dynamic.end()),
              "EXECUTE in " + what,
              "SQL that is put together at run time is not known before it runs"));
    }
    body.notAnalysed()
        .ifPresent(
            reason ->
                notAnalysed.add(
                    new NotAnalysed(
                        changeSet,
                        sql.locate(outer.span().start(), outer.span().end()),
                        what,
                        reason)));
  }

  private void add(
      ChangeSet changeSet,
      SqlText sql,
      Statement statement,
      SchemaState before,
      PlacedStatement.Nesting nesting,
      Transactions transactions,
      List<PlacedStatement> placed) {
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

  /** The first words of a statement, to name it by. */
  static String firstWords(String statement) {
    String[] words = statement.strip().split("\\s+", 4);
    return String.join(" ", List.of(words).subList(0, Math.min(3, words.length)));
  }

  /** Numbers the transactions of a changeset as its runner opens them. */
  private final class Transactions {
    private final boolean implicit;
    private final boolean perCall;
    private int current;
    private int lastCall = -1;
    private boolean explicit;
    private boolean endsAfterStatement;
    private boolean firstInCall = true;

    Transactions(ChangeSet changeSet, List<Sent> sent) {
      this.implicit = isOne(changeSet.transaction(), sent);
      // The driver sends several statements of one call as a pipeline, which is one transaction.
      this.perCall = !implicit && runner == Changelog.Runner.LIQUIBASE;
    }

    private boolean isOne(TransactionMode mode, List<Sent> sent) {
      return switch (mode) {
        case ONE -> true;
        case AUTOCOMMIT -> false;
        case FLYWAY_DETECTED, FLYWAY_MIXED ->
            sent.stream()
                .noneMatch(each -> TransactionBlock.seenByFlyway(each.statement(), targetVersion));
      };
    }

    void before(Sent sent) {
      boolean sameCall = perCall && sent.call() == lastCall;
      if (endsAfterStatement || (!implicit && !explicit && !sameCall)) {
        current++;
      }
      endsAfterStatement = false;
      firstInCall = !perCall || sent.firstInCall();
      lastCall = sent.call();
      if (sent.statement() instanceof TransactionControl control) {
        switch (control.kind()) {
          case BEGIN -> explicit = true;
          case COMMIT, ROLLBACK, PREPARE -> {
            explicit = false;
            endsAfterStatement = true;
          }
          default -> {}
        }
      }
    }

    int current() {
      return current;
    }

    boolean inBlock() {
      // Servers from 11 on refuse all but the first of a pipeline.
      return implicit || explicit || (!firstInCall && targetVersion >= 11);
    }
  }
}
