package dev.dbops.migrate.catalog;

import dev.dbops.migrate.sql.DataType;
import java.util.List;
import java.util.Optional;

/** A column of a domain, or of a domain over it. */
public record DomainUse(TableState table, ColumnState column) {

  /** All columns of a domain that are known, those of views left out. */
  public static List<DomainUse> of(DomainState domain, SchemaState state) {
    return state.tables().stream()
        .filter(table -> !table.isView())
        .flatMap(
            table ->
                table.columns().values().stream()
                    .filter(column -> isOf(column, domain, state))
                    .map(column -> new DomainUse(table, column)))
        .toList();
  }

  private static boolean isOf(ColumnState column, DomainState wanted, SchemaState state) {
    Optional<DataType> type = column.type();
    while (type.isPresent()) {
      Optional<DomainState> domain = state.domain(type.get());
      if (domain.filter(each -> each.name().equals(wanted.name())).isPresent()) {
        return true;
      }
      type = domain.map(DomainState::base);
    }
    return false;
  }
}
