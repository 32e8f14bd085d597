package dev.dbops.migrate.sql;

import dev.dbops.migrate.sql.AlterTableAction.AddColumn;
import dev.dbops.migrate.sql.AlterTableAction.AddConstraint;
import dev.dbops.migrate.sql.AlterTableAction.AlterConstraint;
import dev.dbops.migrate.sql.AlterTableAction.AttachPartition;
import dev.dbops.migrate.sql.AlterTableAction.DetachPartition;
import dev.dbops.migrate.sql.AlterTableAction.DropExpression;
import dev.dbops.migrate.sql.AlterTableAction.SetAccessMethod;
import dev.dbops.migrate.sql.AlterTableAction.SetCompression;
import dev.dbops.migrate.sql.AlterTableAction.SetExpression;
import java.util.ArrayList;
import java.util.List;

/**
 * A clause that not every version of PostgreSQL knows.
 *
 * @param words as the documentation writes it
 * @param since the oldest major version that knows it
 * @param span the statement, or the sub-command that it stands in
 * @see <a href="https://www.postgresql.org/docs/release/">The release notes</a>
 */
public record LaterSyntax(String words, int since, Span span) {

  /** Whether a server refuses a statement for want of a clause. */
  public static boolean isRefused(Statement statement, int version) {
    return in(statement).stream().anyMatch(each -> each.since() > version);
  }

  /** The clauses in a statement that came after version 10. */
  public static List<LaterSyntax> in(Statement statement) {
    Finder finder = new Finder();
    finder.statement(statement);
    return finder.found;
  }

  /** What has been found in one statement so far. */
  private static final class Finder {
    private final List<LaterSyntax> found = new ArrayList<>();

    void statement(Statement statement) {
      Span span = statement.span();
      if (statement instanceof AlterTable alter) {
        alter.actions().forEach(this::action);
      } else if (statement instanceof CreateTable create) {
        create.columns().forEach(column -> column(column, column.span()));
        create.constraints().forEach(constraint -> constraint(constraint, constraint.span()));
        create.bound().ifPresent(bound -> bound(bound, bound.span()));
      } else if (statement instanceof CreateIndex create) {
        add(create.nullsNotDistinct(), "NULLS NOT DISTINCT", 15, span);
        add(!create.include().isEmpty(), "INCLUDE", 11, span);
      } else if (statement instanceof Reindex reindex) {
        add(reindex.concurrently(), "REINDEX CONCURRENTLY", 12, span);
      } else if (statement instanceof CreateTrigger trigger) {
        add(trigger.orReplace(), "CREATE OR REPLACE TRIGGER", 14, span);
      } else if (statement instanceof CreateFunction function) {
        add(function.procedure(), "CREATE PROCEDURE", 11, span);
      } else if (statement instanceof Drop drop) {
        add(drop.kind() == ObjectKind.PROCEDURE, "DROP PROCEDURE", 11, span);
        add(drop.kind() == ObjectKind.ROUTINE, "DROP ROUTINE", 11, span);
      } else {
        add(statement instanceof Call, "CALL", 11, span);
        add(statement instanceof Merge, "MERGE", 15, span);
      }
    }

    private void action(AlterTableAction action) {
      Span span = action.span();
      if (action instanceof AddColumn add) {
        column(add.column(), span);
      } else if (action instanceof AddConstraint add) {
        constraint(add.constraint(), span);
      } else if (action instanceof AlterConstraint alter) {
        add(alter.enforced().isPresent(), "ALTER CONSTRAINT … ENFORCED", 18, span);
      } else if (action instanceof AttachPartition attach) {
        bound(attach.bound(), span);
      } else if (action instanceof DetachPartition detach) {
        add(detach.concurrently(), "DETACH PARTITION … CONCURRENTLY", 14, span);
        add(detach.finalizing(), "DETACH PARTITION … FINALIZE", 14, span);
      } else {
        add(action instanceof DropExpression, "DROP EXPRESSION", 13, span);
        add(action instanceof SetAccessMethod, "SET ACCESS METHOD", 15, span);
        add(action instanceof SetCompression, "SET COMPRESSION", 14, span);
        add(action instanceof SetExpression, "SET EXPRESSION", 17, span);
      }
    }

    private void bound(PartitionBound bound, Span span) {
      add(bound.isDefault(), "a DEFAULT partition", 11, span);
    }

    private void column(ColumnDefinition column, Span span) {
      column.constraints().forEach(constraint -> constraint(constraint, span));
    }

    private void constraint(Constraint constraint, Span span) {
      add(constraint.notEnforced(), "NOT ENFORCED", 18, span);
      Constraint.Definition definition = constraint.definition();
      if (definition instanceof Constraint.NotNull notNull) {
        add(notNull.column().isPresent(), "NOT NULL as a constraint of a table", 18, span);
      } else if (definition instanceof Constraint.Unique unique) {
        add(unique.nullsNotDistinct(), "NULLS NOT DISTINCT", 15, span);
      } else if (definition instanceof Constraint.Generated generated) {
        add(generated.stored(), "a generated column", 12, span);
        add(!generated.stored(), "a virtual generated column", 18, span);
      }
    }

    private void add(boolean used, String words, int since, Span span) {
      if (used) {
        found.add(new LaterSyntax(words, since, span));
      }
    }
  }
}
