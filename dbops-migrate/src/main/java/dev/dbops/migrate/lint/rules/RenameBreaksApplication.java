package dev.dbops.migrate.lint.rules;

import dev.dbops.migrate.catalog.ObjectName;
import dev.dbops.migrate.lint.Blocks;
import dev.dbops.migrate.lint.PlacedStatement;
import dev.dbops.migrate.lint.Rule;
import dev.dbops.migrate.lint.RuleContext;
import dev.dbops.migrate.lint.RuleInfo;
import dev.dbops.migrate.lint.Severity;
import dev.dbops.migrate.lock.LockMode;
import dev.dbops.migrate.online.RenamedTable;
import dev.dbops.migrate.sql.AlterObject;
import dev.dbops.migrate.sql.AlterTable;
import dev.dbops.migrate.sql.AlterTableAction;
import dev.dbops.migrate.sql.AlterTableAction.RenameColumn;
import dev.dbops.migrate.sql.AlterTableAction.RenameTable;
import dev.dbops.migrate.sql.AlterTableAction.SetSchema;
import dev.dbops.migrate.sql.CreateSchema;
import dev.dbops.migrate.sql.CreateSequence;
import dev.dbops.migrate.sql.CreateView;
import dev.dbops.migrate.sql.Name;
import dev.dbops.migrate.sql.QualifiedName;
import java.util.List;
import java.util.stream.Stream;

/** {@code RENAME} and {@code SET SCHEMA} of what an application names in its statements. */
public final class RenameBreaksApplication implements Rule {
  private static final RuleInfo INFO =
      RuleInfo.rule("rename-breaks-application")
          .title("A new name breaks running versions of the application that use the old one")
          .severity(Severity.WARNING)
          .blocks(Blocks.APPLICATION)
          .lock(LockMode.ACCESS_EXCLUSIVE)
          .why(
              """
              Old and new version of the application run side by side during a deploy. Whatever the \
              moment of the renaming, one of the two asks for a table, column or schema that does not \
              exist.\
              """)
          .instead(
              """
              Of a table: in the same transaction create a view of the old name that has the table's rights (a view \
              begins with none), and drop it when no older version runs. Of a column: add one of the new name, have the application write both, fill \
              the old rows in batches, then drop the old one. Often the best name is the one that is \
              there: map it in the application.\
              """)
          .exempt(
              "It is created in the same changeset or deploy.",
              "A view or table of the old name, or a column of the old name, takes its place in the"
                  + " same transaction.")
          .documentation(
              "https://www.postgresql.org/docs/current/sql-altertable.html#SQL-ALTERTABLE-DESC-RENAME")
          .build();

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void check(RuleContext context) {
    if (context.statement() instanceof AlterTable alter) {
      boolean index = context.schema().tableOfIndex(alter.table()).isPresent();
      if (!index && !context.isNew(alter.table())) {
        alter.actions().forEach(action -> check(alter, action, context));
      }
    } else if (context.statement() instanceof AlterObject alter && !isNew(alter, context)) {
      check(alter, context);
    }
  }

  private static void check(AlterTable alter, AlterTableAction action, RuleContext context) {
    String table = alter.table().text();
    if (action instanceof RenameColumn rename
        && !context.schema().isNewColumn(alter.table(), rename.column().value())
        && !isSwapped(alter.table(), rename, context)) {
      context
          .finding(
              action.span(),
              "Renaming %s of %s to %s breaks running versions of the application that use the old name"
                  .formatted(rename.column().text(), table, rename.to().text()))
          .on(alter.table())
          .report();
    } else if (action instanceof RenameTable rename && !isReplaced(alter.table(), context)) {
      context
          .finding(action.span(), message("Renaming", table, rename.to()))
          .on(alter.table())
          .fix(RenamedTable.withView(alter, rename.to(), context.statementContext()))
          .report();
    } else if (action instanceof SetSchema move && !isReplaced(alter.table(), context)) {
      context
          .finding(action.span(), message("Moving", table, move.schema()))
          .on(alter.table())
          .report();
    }
  }

  private static void check(AlterObject alter, RuleContext context) {
    boolean named =
        switch (alter.kind()) {
          case SCHEMA, SEQUENCE, VIEW, MATERIALIZED_VIEW -> true;
          default -> false;
        };
    if (!named || alter.change() == AlterObject.Kind.OTHER || isReplaced(alter.object(), context)) {
      return;
    }
    String object = alter.object().text();
    String message =
        alter.change() == AlterObject.Kind.RENAME_COLUMN
            ? "Renaming a column of %s breaks running versions of the application that use the old name"
                .formatted(object)
            : alter
                .target()
                .map(
                    target ->
                        message(
                            alter.change() == AlterObject.Kind.RENAME ? "Renaming" : "Moving",
                            object,
                            target))
                .orElse("Renaming " + object + " breaks running versions of the application");
    context.finding(message).report();
  }

  private static String message(String what, String object, Name to) {
    return "%s %s to %s breaks running versions of the application that use the old name"
        .formatted(what, object, to.text());
  }

  private static boolean isNew(AlterObject alter, RuleContext context) {
    return switch (alter.kind()) {
      case VIEW, MATERIALIZED_VIEW -> context.isNew(alter.object());
      case SCHEMA ->
          context.earlier().stream()
              .map(PlacedStatement::statement)
              .anyMatch(
                  each ->
                      each instanceof CreateSchema create
                          && create.name().map(Name::value).stream()
                              .anyMatch(alter.object().value()::equals));
      case SEQUENCE ->
          context.earlier().stream()
              .map(PlacedStatement::statement)
              .anyMatch(
                  each ->
                      each instanceof CreateSequence create
                          && create.name().value().equals(alter.object().value()));
      default -> false;
    };
  }

  /** Whether something else gets the old name before anybody can see that it is gone. */
  private static boolean isReplaced(QualifiedName renamed, RuleContext context) {
    ObjectName old = context.schema().resolve(renamed);
    return Stream.of(CreateView.class, AlterTable.class)
        .flatMap(kind -> context.laterInTransaction(kind).stream())
        .anyMatch(later -> takes(old, later));
  }

  private static boolean takes(ObjectName name, PlacedStatement later) {
    if (later.statement() instanceof CreateView view) {
      return later.before().resolve(view.name()).equals(name);
    }
    return later.statement() instanceof AlterTable alter
        && alter.actions(RenameTable.class).stream()
            .filter(rename -> rename.to().value().equals(name.name()))
            .map(rename -> later.before().resolve(alter.table()).sibling(rename.to().value()))
            .anyMatch(name::equals);
  }

  /** Whether another column gets the old name, or this one the name of another, at once. */
  private static boolean isSwapped(QualifiedName table, RenameColumn rename, RuleContext context) {
    ObjectName name = context.schema().resolve(table);
    return renames(context.laterInTransaction(AlterTable.class), name).stream()
            .anyMatch(later -> later.to().value().equals(rename.column().value()))
        || renames(context.earlierInTransaction(AlterTable.class), name).stream()
            .anyMatch(earlier -> earlier.column().value().equals(rename.to().value()));
  }

  private static List<RenameColumn> renames(List<PlacedStatement> statements, ObjectName table) {
    return statements.stream()
        .filter(
            each ->
                each.statement() instanceof AlterTable alter
                    && each.before().resolve(alter.table()).equals(table))
        .flatMap(each -> ((AlterTable) each.statement()).actions(RenameColumn.class).stream())
        .toList();
  }
}
