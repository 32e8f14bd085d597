package dev.dbops.migrate.drift;

import dev.dbops.migrate.catalog.live.CatalogReader;
import dev.dbops.migrate.catalog.snapshot.CatalogSnapshot;
import dev.dbops.migrate.changelog.ChangeSetId;
import dev.dbops.migrate.changelog.ChangelogOptions;
import dev.dbops.migrate.error.DbopsException;
import dev.dbops.migrate.scratch.ScratchDatabase;
import dev.dbops.migrate.scratch.ScratchServer;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;
import javax.sql.DataSource;

/**
 * The schema that migrations make of an empty database. The database is created for this on a
 * scratch server, which is never the target's own database, and dropped afterwards.
 *
 * <p>On a server that is started for this, the migrations run as a superuser that is called like
 * the role that ran them on the target, and the roles that they name are created. On a server that
 * the user names they run as its role, which stands for that of the target, and other roles have to
 * be there.
 */
public final class ReplayedSchema implements ExpectedSchema {
  private final String location;
  private final ChangelogOptions options;
  private final Optional<ScratchServer> shared;

  private ReplayedSchema(
      String location, ChangelogOptions options, Optional<ScratchServer> shared) {
    this.location = location;
    this.options = options;
    this.shared = shared;
  }

  static ReplayedSchema of(String location, ChangelogOptions options) {
    return new ReplayedSchema(location, options, Optional.empty());
  }

  /**
   * The same on a server of the caller's choice.
   *
   * @param server closed by whoever started it
   */
  public ReplayedSchema on(ScratchServer server) {
    return new ReplayedSchema(location, options, Optional.of(server));
  }

  @Override
  public Expectation of(DataSource target) {
    RunHistory history = RunHistory.read(target, options.bookkeeping());
    Expectation replayed =
        replay(
            history.selection(),
            Surroundings.of(target, history.books()),
            server -> server.refuseAsTarget(target));
    return new Expectation(
        replayed.snapshot(),
        replayed.origin(),
        replayed.notes(),
        HistoryDetector.compare(location, options, history),
        options.bookkeeping());
  }

  /**
   * What all migrations make together, whatever database will run them.
   *
   * @throws DbopsException if one cannot be read or is refused
   */
  public Expectation ofAll() {
    return replay(id -> true, Surroundings.unknown(), server -> {});
  }

  private Expectation replay(
      Predicate<ChangeSetId> selected,
      Surroundings surroundings,
      Consumer<ScratchServer> precaution) {
    if (shared.isPresent()) {
      precaution.accept(shared.get());
      return replay(selected, surroundings, shared.get());
    }
    try (ScratchServer server = ScratchServer.start()) {
      precaution.accept(server);
      return replay(selected, surroundings, server);
    }
  }

  /** What migrations suppose to be there and what not, nothing but a refusal tells. */
  private Expectation replay(
      Predicate<ChangeSetId> selected, Surroundings surroundings, ScratchServer server) {
    Surroundings known = surroundings;
    while (true) {
      try {
        return replayOnce(selected, known, server);
      } catch (DbopsException refusal) {
        known = known.asSupposed(refusal, server);
      }
    }
  }

  private Expectation replayOnce(
      Predicate<ChangeSetId> selected, Surroundings surroundings, ScratchServer server) {
    try (ScratchDatabase database = server.create()) {
      String role = surroundings.imitateIn(database, server.isDisposable());
      Replay replay = Replay.of(location, options, database.dataSource(), selected);
      surroundings.forgetIn(database);
      CatalogSnapshot snapshot =
          WholeDatabase.leftOut(CatalogReader.create().read(database.dataSource()));
      return new Expectation(
          MigratingRole.renamed(snapshot, role, surroundings.migratingRole()),
          "the migrations in " + location + ", run on " + server.description(),
          replay.skipped());
    }
  }
}
