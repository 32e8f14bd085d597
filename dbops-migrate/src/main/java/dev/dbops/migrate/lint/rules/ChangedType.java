package dev.dbops.migrate.lint.rules;

import dev.dbops.migrate.catalog.ConstraintState;
import dev.dbops.migrate.catalog.ForeignKeyState;
import dev.dbops.migrate.catalog.IndexState;
import dev.dbops.migrate.lint.FindingDraft;
import dev.dbops.migrate.lint.RuleContext;
import dev.dbops.migrate.lock.Narrowing;
import dev.dbops.migrate.lock.NotNullScan;
import dev.dbops.migrate.lock.TypeChange;
import dev.dbops.migrate.online.OnlineForm;
import dev.dbops.migrate.online.ShadowColumn;
import dev.dbops.migrate.sql.AlterTable;
import dev.dbops.migrate.sql.AlterTableAction.AlterColumnType;
import dev.dbops.migrate.sql.AlterTableAction.SetNotNull;
import dev.dbops.migrate.sql.Condition;
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
  /** Those that the server does not refuse for a generated column. */
  static List<ChangedType> in(RuleContext context) {
    return LiveAlter.of(context).stream()
        .flatMap(
            alter ->
                alter.actions(AlterColumnType.class).stream()
                    .filter(
                        action ->
                            ComputedFrom.columns(alter.statement(), action, context.schema())
                                .isEmpty())
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
    return alter.tableName();
  }

  String column() {
    return action.column().text();
  }

  /** The type that the column gets, as it is written. */
  String type() {
    return action.type().text();
  }

  String typeAndCollation() {
    return type()
        + action
            .collation()
            .map(collation -> " COLLATE " + collation.text())
            .orElse(" without COLLATE");
  }

  boolean rewrites() {
    return effect.rewrite() != TypeChange.Rewrite.NONE;
  }

  /** The indexes that are built anew for nothing but another collation. */
  List<IndexState> recollatedIndexes() {
    return rewrites() || !effect.recollated()
        ? List.of()
        : effect.rebuilt().stream()
            .filter(index -> index.columns().contains(action.column().value()))
            .toList();
  }

  /** The indexes that are built anew although the table is not written anew, for other reasons. */
  List<IndexState> rebuiltIndexes() {
    return rewrites()
        ? List.of()
        : effect.rebuilt().stream().filter(index -> !recollatedIndexes().contains(index)).toList();
  }

  /**
   * Whether all that is read are checks which prove NOT NULL, for a {@code SET NOT NULL} in the
   * same statement.
   *
   * @param version the server's major version
   */
  boolean isWithProvenNotNull(int version) {
    String name = action.column().value();
    return version >= NotNullScan.CHECK_IS_TRUSTED
        && !rewrites()
        && !effect.rechecked().isEmpty()
        && effect.rechecked().stream().allMatch(check -> saysNotNull(check, name))
        && alter.actions(SetNotNull.class).stream()
            .anyMatch(set -> set.column().value().equals(name));
  }

  private static boolean saysNotNull(ConstraintState check, String column) {
    return check
        .condition()
        .map(Condition::of)
        .filter(
            condition ->
                condition instanceof Condition.NullTest test
                    && !test.isNull()
                    && check.impliesNotNull().contains(column))
        .isPresent();
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

  FindingDraft finding(RuleContext context, String message) {
    return alter.finding(context, action, message);
  }

  /**
   * Reports that indexes are built anew.
   *
   * @param becomes what the column becomes, as it is written
   */
  void reportRebuilt(
      List<IndexState> indexes, String becomes, OnlineForm fix, RuleContext context) {
    finding(
            context,
            "Changing %s to %s builds %s anew and blocks reads and writes of %s meanwhile"
                .formatted(
                    column(),
                    becomes,
                    Words.list(
                        "the index",
                        "the indexes",
                        indexes.stream().map(IndexState::name).toList()),
                    table()))
        .fix(fix)
        .report();
  }

  /** A second column that takes the place of this one. */
  OnlineForm shadow(RuleContext context) {
    return ShadowColumn.change(statement(), action, context.statementContext());
  }
}
