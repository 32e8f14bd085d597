package dev.dbops.migrate.catalog;

import dev.dbops.migrate.sql.DataType;
import dev.dbops.migrate.sql.QualifiedName;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** A column of a user's type: of the type itself, an array of it, or a domain over either. */
public record TypeUse(TableState table, ColumnState column) {

  /** All columns of a type that are known, those of views left out. */
  public static List<TypeUse> of(QualifiedName type, SchemaState state) {
    Predicate<ObjectName> exists =
        name -> state.others.domains().containsKey(name) || state.others.enums().containsKey(name);
    ObjectName wanted = state.lookUp(type, exists);
    return state.tables().stream()
        .filter(table -> !table.isView())
        .flatMap(
            table ->
                table.columns().values().stream()
                    .filter(column -> isOf(column.type(), wanted, exists, state))
                    .map(column -> new TypeUse(table, column)))
        .toList();
  }

  private static boolean isOf(
      Optional<DataType> type, ObjectName wanted, Predicate<ObjectName> exists, SchemaState state) {
    Optional<DataType> next = type;
    while (next.isPresent()) {
      ObjectName name = state.lookUp(next.get().schema(), next.get().name(), exists);
      if (name.equals(wanted)) {
        return true;
      }
      next = state.others.domains().get(name).map(DomainState::base);
    }
    return false;
  }
}
