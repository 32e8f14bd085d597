package dev.dbops.migrate.changelog.internal.liquibase;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import liquibase.Scope;
import liquibase.change.Change;
import liquibase.change.ChangeFactory;
import liquibase.change.DbmsTargetedChange;
import liquibase.change.core.DropAllForeignKeyConstraintsChange;
import liquibase.change.core.EmptyChange;
import liquibase.change.core.ExecuteShellCommandChange;
import liquibase.change.core.LoadDataChange;
import liquibase.change.core.OutputChange;
import liquibase.change.core.RawSQLChange;
import liquibase.change.core.StopChange;
import liquibase.change.core.TagDatabaseChange;
import liquibase.changelog.ChangeSet;
import liquibase.database.Database;
import liquibase.database.DatabaseList;
import liquibase.exception.LiquibaseException;
import liquibase.exception.ValidationErrors;
import liquibase.sql.Sql;
import liquibase.sql.visitor.SqlVisitor;
import liquibase.sqlgenerator.SqlGeneratorFactory;
import liquibase.statement.SqlStatement;
import liquibase.statement.core.RuntimeStatement;

/** Has Liquibase make the SQL of a change, as its own update and rollback do. */
final class SqlGeneration {
  /** How Liquibase makes the statements of a change. */
  private interface Statements {
    SqlStatement[] of(Change change) throws LiquibaseException;
  }

  private final Database database;

  SqlGeneration(Database database) {
    this.database = database;
  }

  /** The name of a change as its author wrote it. */
  String kind(Change change) {
    return change instanceof StandInChange standIn
        ? standIn.kind()
        : Scope.getCurrentScope()
            .getSingleton(ChangeFactory.class)
            .getChangeMetaData(change)
            .getName();
  }

  /** Whether an update passes a change over. */
  boolean isSkipped(Change change) {
    return change instanceof DbmsTargetedChange targeted
        && !DatabaseList.definitionMatches(targeted.getDbms(), database, true);
  }

  GeneratedSql update(ChangeSet changeSet, Change change) {
    return generate(
        changeSet, change, c -> c.generateStatements(database), changeSet.getSqlVisitors());
  }

  /** What a declared rollback sends: its changes run forward. */
  GeneratedSql rollback(ChangeSet changeSet, Change change) {
    return generate(
        changeSet, change, c -> c.generateStatements(database), rollbackVisitors(changeSet));
  }

  /** What Liquibase makes up to undo a change. */
  GeneratedSql inverse(ChangeSet changeSet, Change change) {
    return generate(
        changeSet,
        change,
        c -> c.generateRollbackStatements(database),
        rollbackVisitors(changeSet));
  }

  private static List<SqlVisitor> rollbackVisitors(ChangeSet changeSet) {
    return changeSet.getSqlVisitors().stream().filter(SqlVisitor::isApplyToRollback).toList();
  }

  private GeneratedSql generate(
      ChangeSet changeSet, Change change, Statements statements, List<SqlVisitor> visitors) {
    if (change instanceof StandInChange standIn) {
      return GeneratedSql.unknown(standIn.reason());
    }
    try {
      database.setObjectQuotingStrategy(changeSet.getObjectQuotingStrategy());
      change.finishInitialization();
      if (change.generateStatementsVolatile(database)) {
        return GeneratedSql.unknown(whyVolatile(change));
      }
      ValidationErrors errors = change.validate(database);
      if (errors.hasErrors()) {
        return GeneratedSql.unknown(
            "Liquibase refuses it: " + Failure.sentence(errors.getErrorMessages().get(0)));
      }
      if (change instanceof OutputChange) {
        return GeneratedSql.of(List.of());
      }
      SqlStatement[] made = statements.of(change);
      if (Stream.of(made).anyMatch(RuntimeStatement.class::isInstance)) {
        return GeneratedSql.unknown("what it sends is decided while Liquibase runs it");
      }
      List<String> sql = sql(made, visitors);
      return sql.isEmpty() && !sendsNothing(change)
          ? GeneratedSql.unknown("Liquibase makes no SQL of it without a database")
          : GeneratedSql.of(sql);
    } catch (LiquibaseException | RuntimeException | LinkageError e) {
      return GeneratedSql.unknown("Liquibase makes no SQL of it: " + Failure.reason(e));
    }
  }

  private List<String> sql(SqlStatement[] statements, List<SqlVisitor> visitors) {
    SqlGeneratorFactory generators = SqlGeneratorFactory.getInstance();
    List<String> all = new ArrayList<>();
    for (SqlStatement statement : statements) {
      if (statement.skipOnUnsupported() && !generators.supports(statement, database)) {
        continue;
      }
      for (Sql sql : generators.generateSql(statement, database)) {
        String text = sql.toSql();
        for (SqlVisitor visitor : visitors) {
          text = visitor.modifySql(text, database);
        }
        all.add(text);
      }
    }
    return all;
  }

  private static boolean sendsNothing(Change change) {
    return change instanceof EmptyChange
        || change instanceof TagDatabaseChange
        || change instanceof RawSQLChange;
  }

  private static String whyVolatile(Change change) {
    if (change instanceof LoadDataChange) {
      return "its rows come from a CSV file, and their types from the table in the database";
    }
    if (change instanceof DropAllForeignKeyConstraintsChange) {
      return "which foreign keys it drops is known only in the database";
    }
    if (change instanceof ExecuteShellCommandChange) {
      return "it runs a program";
    }
    if (change instanceof StopChange) {
      return "it stops Liquibase";
    }
    return "Liquibase makes its SQL only with a database";
  }
}
