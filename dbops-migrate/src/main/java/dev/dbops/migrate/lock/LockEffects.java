package dev.dbops.migrate.lock;

import dev.dbops.migrate.catalog.SchemaState;
import dev.dbops.migrate.sql.Statement;
import java.util.List;

/**
 * Predicts the locks that a statement takes and the work that the server does under them.
 *
 * <p>Tables and materialized views are told, not their indexes, TOAST tables and views, and no
 * table that is new. Reading and writing of rows counts as no work: nobody waits for it.
 */
public final class LockEffects {
  private LockEffects() {}

  /**
   * The effects of a statement, one for each relation that it locks and each sub-command that does
   * so. The server takes the strongest lock of all sub-commands at once, before the first of them.
   *
   * @param before the schema as the statement finds it
   * @param version the server's major version, 10 to 18
   */
  public static List<LockEffect> of(Statement statement, SchemaState before, int version) {
    EffectList effects = new EffectList(before, version);
    statement.accept(new StatementLocks(effects));
    return effects.effects();
  }
}
