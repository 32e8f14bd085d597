package dev.dbops.benchmark;

import dev.dbops.migrate.scratch.ScratchDatabase;
import org.pgcodekeeper.core.api.DatabaseFactory;
import org.pgcodekeeper.core.api.PgCodeKeeperApi;
import org.pgcodekeeper.core.schema.AbstractDatabase;
import org.pgcodekeeper.core.settings.CoreSettings;

/** The comparison of pgcodekeeper-core with its own settings: whether it writes any migration. */
final class PgCodeKeeperTool implements SchemaTool {
  @Override
  public String name() {
    return "pgcodekeeper";
  }

  @Override
  public Comparison with(ScratchDatabase given) throws Exception {
    AbstractDatabase expected = load(given);
    return other -> !PgCodeKeeperApi.diff(new CoreSettings(), expected, load(other)).isBlank();
  }

  private static AbstractDatabase load(ScratchDatabase database) throws Exception {
    CoreSettings settings = new CoreSettings();
    // Otherwise it takes a function whose body is empty for one that is gone, and gives up.
    settings.setIgnoreConcurrentModification(true);
    return new DatabaseFactory(settings).loadFromJdbc(DatabaseUrl.of(database));
  }
}
