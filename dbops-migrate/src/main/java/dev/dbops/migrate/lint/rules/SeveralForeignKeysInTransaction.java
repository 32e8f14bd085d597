package dev.dbops.migrate.lint.rules;

import dev.dbops.migrate.catalog.ObjectName;
import dev.dbops.migrate.lint.Blocks;
import dev.dbops.migrate.lint.PlacedStatement;
import dev.dbops.migrate.lint.Rule;
import dev.dbops.migrate.lint.RuleContext;
import dev.dbops.migrate.lint.RuleInfo;
import dev.dbops.migrate.lint.Severity;
import dev.dbops.migrate.lock.LockMode;
import dev.dbops.migrate.online.ForeignKeysApart;
import dev.dbops.migrate.online.OnlineForm;
import dev.dbops.migrate.sql.AlterTable;
import dev.dbops.migrate.sql.CreateTable;
import dev.dbops.migrate.sql.QualifiedName;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Several foreign keys that lock several tables until one transaction ends. */
public final class SeveralForeignKeysInTransaction implements Rule {
  private static final RuleInfo INFO =
      RuleInfo.rule("several-foreign-keys-in-transaction")
          .title("Several foreign keys in one transaction block writes to all their tables at once")
          .severity(Severity.WARNING)
          .blocks(Blocks.WRITES)
          .lock(LockMode.SHARE_ROW_EXCLUSIVE)
          .why(
              """
              Each foreign key takes a SHARE ROW EXCLUSIVE lock on its two tables, a CREATE TABLE with \
              REFERENCES on each table that it refers to. With several keys the transaction holds the \
              first tables while it waits for the next one, and an application that writes to them in \
              another order ends in a deadlock.""")
          .instead(
              """
              One foreign key per transaction: create the table without them, then add each NOT VALID \
              and validate it.""")
          .exempt(
              "Tables that are created in the same changeset or deploy do not count.",
              "All keys lock the same tables.")
          .documentation(
              "https://www.postgresql.org/docs/current/explicit-locking.html#LOCKING-DEADLOCKS")
          .build();

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void check(RuleContext context) {
    List<AddedForeignKey> added = AddedForeignKey.in(context.statement());
    if (added.isEmpty()) {
      return;
    }
    Set<ObjectName> locked = new LinkedHashSet<>();
    int keys = 0;
    for (PlacedStatement earlier : context.earlierBlocking()) {
      if (earlier.transaction() != context.placed().transaction()) {
        continue;
      }
      for (AddedForeignKey key : AddedForeignKey.in(earlier.statement())) {
        if (addsTable(key, earlier, locked) && ++keys > 1) {
          return;
        }
      }
    }
    for (AddedForeignKey key : added) {
      if (addsTable(key, context.placed(), locked) && ++keys > 1) {
        report(key, locked, context);
        return;
      }
    }
  }

  /** Whether the key locks a table that others use and that is not locked yet. */
  private static boolean addsTable(
      AddedForeignKey key, PlacedStatement placed, Set<ObjectName> locked) {
    boolean added = false;
    for (QualifiedName table : List.of(key.table(), key.key().referenced())) {
      boolean inUse =
          !placed.before().isNew(table)
              && !(placed.statement() instanceof CreateTable create
                  && isSelf(create, table, placed));
      added |= inUse && locked.add(placed.before().resolve(table));
    }
    return added;
  }

  private static boolean isSelf(CreateTable create, QualifiedName table, PlacedStatement placed) {
    return placed.before().resolve(create.name()).equals(placed.before().resolve(table));
  }

  private static void report(AddedForeignKey key, Set<ObjectName> locked, RuleContext context) {
    List<String> names = new ArrayList<>(locked.stream().map(ObjectName::name).toList());
    String last = names.remove(names.size() - 1);
    context
        .finding(
            key.span(),
            "The foreign keys of this transaction block writes to "
                + String.join(", ", names)
                + " and "
                + last
                + " until it ends")
        .on(key.key().referenced())
        .fix(fix(context))
        .report();
  }

  private static Optional<OnlineForm> fix(RuleContext context) {
    if (context.statement() instanceof CreateTable create) {
      return ForeignKeysApart.of(create, context.statementContext());
    }
    return context.statement() instanceof AlterTable alter
        ? ForeignKeysApart.of(alter, context.statementContext())
        : Optional.empty();
  }
}
