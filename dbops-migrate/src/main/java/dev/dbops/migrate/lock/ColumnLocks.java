package dev.dbops.migrate.lock;

import static dev.dbops.migrate.lock.LockMode.ACCESS_EXCLUSIVE;
import static dev.dbops.migrate.lock.LockMode.SHARE_ROW_EXCLUSIVE;

import dev.dbops.migrate.catalog.ColumnState;
import dev.dbops.migrate.catalog.ForeignKeyState;
import dev.dbops.migrate.catalog.ObjectName;
import dev.dbops.migrate.sql.AlterTableAction.AddColumn;
import dev.dbops.migrate.sql.AlterTableAction.AlterColumnType;
import dev.dbops.migrate.sql.AlterTableAction.DropColumn;
import dev.dbops.migrate.sql.AlterTableAction.SetExpression;
import dev.dbops.migrate.sql.AlterTableAction.SetNotNull;
import dev.dbops.migrate.sql.ColumnDefinition;
import dev.dbops.migrate.sql.Constraint;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** The locks and the work of sub-commands of ALTER TABLE that change columns. */
record ColumnLocks(EffectList effects, AlteredTable table) {
  void add(AddColumn add) {
    ColumnDefinition column = add.column();
    if (add.ifNotExists() && table.column(column.name()).isPresent()) {
      table.add(ACCESS_EXCLUSIVE, Set.of(), add.span());
      return;
    }
    Set<Work> work = EnumSet.noneOf(Work.class);
    if (AddColumnRewrite.of(column, effects.before(), effects.version()).isPresent()) {
      work.add(Work.REWRITE);
    } else if (scans(column)) {
      work.add(Work.SCAN);
    }
    if (column.has(Constraint.Unique.class) || column.has(Constraint.PrimaryKey.class)) {
      work.add(Work.INDEX_BUILD);
    }
    table.addFamily(ACCESS_EXCLUSIVE, work, add.span());
    column
        .find(Constraint.ForeignKey.class)
        .ifPresent(
            key -> effects.addFamily(key.referenced(), SHARE_ROW_EXCLUSIVE, Set.of(), add.span()));
  }

  /**
   * A check reads all rows; NOT NULL does where no default fills the column; a foreign key does as
   * soon as a default is written, NULL included.
   */
  private boolean scans(ColumnDefinition column) {
    boolean checked =
        column.all(Constraint.Check.class).stream().anyMatch(check -> !check.notEnforced());
    boolean filled =
        column.defaultValue().filter(value -> !NullDefault.is(value, column.type())).isPresent();
    boolean refused = column.has(Constraint.NotNull.class) && !filled;
    boolean keyed = column.has(Constraint.ForeignKey.class) && column.defaultValue().isPresent();
    boolean keyOfNothing = column.has(Constraint.PrimaryKey.class) && !filled;
    return checked || refused || keyed || keyOfNothing;
  }

  void add(AlterColumnType change) {
    TypeChange effect =
        TypeChange.of(table.statement(), change, effects.before(), effects.version());
    Set<Work> work = EnumSet.noneOf(Work.class);
    if (effect.rewrite() != TypeChange.Rewrite.NONE) {
      work.add(Work.REWRITE);
    }
    if (!effect.rebuilt().isEmpty()) {
      work.add(Work.INDEX_BUILD);
    }
    if (!effect.rechecked().isEmpty()) {
      work.add(Work.SCAN);
    }
    table.addFamily(ACCESS_EXCLUSIVE, work, change.span());
    foreignKeysWith(change.column().value())
        .forEach(key -> partner(key, effect.foreignKeys().contains(key), change));
  }

  private void partner(ForeignKeyState key, boolean checkedAgain, AlterColumnType change) {
    effects.add(
        key.table().name(),
        ACCESS_EXCLUSIVE,
        EffectList.work(checkedAgain, Work.SCAN),
        change.span());
    effects.add(key.referenced().name(), ACCESS_EXCLUSIVE, change.span());
  }

  void add(SetNotNull set) {
    for (ObjectName member : table.family()) {
      boolean scan =
          NotNullScan.isNeeded(
              table.statement(),
              effects.before().table(member),
              set.column().value(),
              effects.version());
      effects.add(member, ACCESS_EXCLUSIVE, EffectList.work(scan, Work.SCAN), set.span());
    }
  }

  void add(SetExpression set) {
    boolean stored =
        table
            .column(set.column())
            .map(column -> column.generation() != ColumnState.Generation.VIRTUAL)
            .orElse(true);
    Set<Work> work = EffectList.work(stored, Work.REWRITE);
    table.addFamily(ACCESS_EXCLUSIVE, work, set.span());
  }

  void add(DropColumn drop) {
    table.addFamily(ACCESS_EXCLUSIVE, Set.of(), drop.span());
    String column = drop.column().value();
    for (ForeignKeyState key : foreignKeysWith(column)) {
      effects.add(key.table().name(), ACCESS_EXCLUSIVE, drop.span());
      effects.add(key.referenced().name(), ACCESS_EXCLUSIVE, drop.span());
    }
  }

  /** The foreign keys that have a column at one of their ends. */
  private List<ForeignKeyState> foreignKeysWith(String column) {
    return table
        .known()
        .map(each -> effects.before().foreignKeysWith(each, column))
        .orElseGet(List::of);
  }
}
