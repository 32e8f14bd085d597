package dev.dbops.migrate.drift;

import dev.dbops.migrate.catalog.live.CatalogReader;
import dev.dbops.migrate.changelog.ChangeSetId;
import dev.dbops.migrate.changelog.ChangelogOptions;
import dev.dbops.migrate.scratch.ScratchDatabase;
import dev.dbops.migrate.scratch.ScratchServer;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.Supplier;
import javax.sql.DataSource;

/**
 * The schema that migrations make of an empty database. The database is created for this on a
 * scratch server, which is never the target's own database, and dropped afterwards.
 */
public final class ReplayedSchema implements ExpectedSchema {
  private final String location;
  private final ChangelogOptions options;
  private final Supplier<ScratchServer> scratch;

  private ReplayedSchema(
      String location, ChangelogOptions options, Supplier<ScratchServer> scratch) {
    this.location = location;
    this.options = options;
    this.scratch = scratch;
  }

  static ReplayedSchema of(String location, ChangelogOptions options) {
    return new ReplayedSchema(location, options, ScratchServer::start);
  }

  /**
   * The same on a server of the caller's choice.
   *
   * @param server started for this, or shared; it is closed by whoever started it
   */
  public ReplayedSchema on(ScratchServer server) {
    return new ReplayedSchema(location, options, () -> server);
  }

  @Override
  public Expectation of(DataSource target) {
    RunHistory history = RunHistory.read(target);
    ScratchServer server = scratch.get();
    try (ScratchDatabase database = server.create()) {
      Predicate<ChangeSetId> selected = history.selection();
      Replay replay = Replay.of(location, options, database.dataSource(), selected);
      List<String> notes = new ArrayList<>(replay.skipped());
      return new Expectation(
          CatalogReader.create().read(database.dataSource()),
          "the migrations in " + location + ", run on " + server.description(),
          notes);
    }
  }
}
