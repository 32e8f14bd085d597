package dev.dbops.migrate.lock;

import dev.dbops.migrate.catalog.TableState;
import dev.dbops.migrate.sql.AlterTable;
import java.util.Optional;

/**
 * Whether {@code SET NOT NULL}, or a key that makes its columns {@code NOT NULL}, reads every row.
 *
 * @see <a
 *     href="https://www.postgresql.org/docs/current/sql-altertable.html#SQL-ALTERTABLE-DESC-SET-DROP-NOT-NULL">ALTER
 *     TABLE, SET NOT NULL</a>
 */
public final class NotNullScan {
  /** The oldest major version that takes a validated check for proof that no row holds NULL. */
  public static final int CHECK_IS_TRUSTED = 12;

  private NotNullScan() {}

  /**
   * Whether the server has to look at the rows: it does not know the column to be NOT NULL, and
   * from 12 no validated check says so that outlives the statement. What a statement drops is
   * dropped first, wherever it stands in it.
   *
   * @param table what is known of the table, or of a partition or child of it
   * @param version the server's major version
   */
  public static boolean isNeeded(
      AlterTable statement, Optional<TableState> table, String column, int version) {
    return table
        .filter(
            each ->
                each.isNotNull(column)
                    || (version >= CHECK_IS_TRUSTED
                        && each.hasValidatedNotNullCheck(column, statement.droppedConstraints())))
        .isEmpty();
  }
}
