package dev.dbops.migrate.lint.rules;

import dev.dbops.migrate.catalog.ForeignKeyState;
import dev.dbops.migrate.lint.RuleContext;
import dev.dbops.migrate.lock.Narrowing;
import dev.dbops.migrate.lock.TypeChange;
import dev.dbops.migrate.online.OnlineForm;
import dev.dbops.migrate.online.ShadowColumn;
import dev.dbops.migrate.sql.AlterTable;
import dev.dbops.migrate.sql.AlterTableAction.AlterColumnType;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A column of a table in use that gets another type.
 *
 * @param effect what that makes the server do
 * @param narrowing what becomes of values that the new type has no room for, if there can be such
 */
record ChangedType(
    LiveAlter alter, AlterColumnType action, TypeChange effect, Optional<Narrowing> narrowing) {
  static List<ChangedType> in(RuleContext context) {
    return LiveAlter.of(context).stream()
        .flatMap(
            alter ->
                alter.actions(AlterColumnType.class).stream()
                    .map(action -> of(alter, action, context)))
        .toList();
  }

  private static ChangedType of(LiveAlter alter, AlterColumnType action, RuleContext context) {
    boolean fresh = alter.isNewColumn(action.column(), context.schema());
    return new ChangedType(
        alter,
        action,
        TypeChange.of(alter.statement(), action, context.schema(), context.targetVersion()),
        fresh ? Optional.empty() : Narrowing.of(alter.statement(), action, context.schema()));
  }

  AlterTable statement() {
    return alter.statement();
  }

  String table() {
    return statement().table().text();
  }

  String column() {
    return action.column().text();
  }

  /** The type that the column gets, as it is written. */
  String type() {
    return action.type().text();
  }

  boolean rewrites() {
    return effect.rewrite() != TypeChange.Rewrite.NONE;
  }

  /** The other tables that nobody can use meanwhile, for their foreign keys. */
  List<String> otherTables() {
    return effect.foreignKeys().stream()
        .flatMap(ChangedType::ends)
        .filter(name -> alter.table().filter(each -> each.name().name().equals(name)).isEmpty())
        .distinct()
        .toList();
  }

  private static Stream<String> ends(ForeignKeyState key) {
    return Stream.of(key.table().name().name(), key.referenced().name().name());
  }

  /** A second column that takes the place of this one. */
  OnlineForm shadow(RuleContext context) {
    return ShadowColumn.change(
        statement(), action, context.text(), context.schema(), context.targetVersion());
  }
}
