package dev.dbops.migrate.lock;

import dev.dbops.migrate.catalog.SchemaState;
import dev.dbops.migrate.sql.Statement;
import java.util.List;

/** Predicts the locks that a statement takes and the work that the server does under them. */
public final class LockEffects {
  private LockEffects() {}

  /**
   * The effects of a statement, one for each relation that it locks and each sub-command that does
   * so.
   *
   * @param before the schema as the statement finds it
   * @param version the server's major version, 10 to 18
   */
  public static List<LockEffect> of(Statement statement, SchemaState before, int version) {
    return List.of();
  }
}
