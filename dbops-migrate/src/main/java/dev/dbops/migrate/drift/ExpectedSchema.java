package dev.dbops.migrate.drift;

import dev.dbops.migrate.catalog.live.CatalogReader;
import dev.dbops.migrate.catalog.snapshot.CatalogSnapshot;
import dev.dbops.migrate.catalog.snapshot.SnapshotFile;
import dev.dbops.migrate.changelog.Bookkeeping;
import dev.dbops.migrate.changelog.ChangelogOptions;
import dev.dbops.migrate.error.DbopsException;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import javax.sql.DataSource;

/** The schema that a database should have, and where it is known from. */
@FunctionalInterface
public interface ExpectedSchema {
  /** Where the build puts the snapshot that {@link #bundled()} reads. */
  String BUNDLED = "META-INF/dbops/schema.json";

  /**
   * A schema and what its readers have to know of it.
   *
   * @param origin where it comes from, such as {@code the migrations in db/changelog.xml}
   * @param notes what it does not contain although it might, a sentence each
   * @param history how what the database remembers differs from the files, if there are any
   * @param bookkeeping the tables in which it does
   */
  record Expectation(
      CatalogSnapshot snapshot,
      String origin,
      List<String> notes,
      List<HistoryDifference> history,
      Bookkeeping bookkeeping) {
    public Expectation {
      notes = List.copyOf(notes);
      history = List.copyOf(history);
    }

    /** What is known of a schema without its migrations. */
    public Expectation(CatalogSnapshot snapshot, String origin, List<String> notes) {
      this(snapshot, origin, notes, List.of(), Bookkeeping.USUAL);
    }

    /** The same with another snapshot. */
    Expectation with(CatalogSnapshot other) {
      return new Expectation(other, origin, notes, history, bookkeeping);
    }
  }

  /**
   * Finds out what to expect.
   *
   * @param target the database that is to be compared; only read
   * @throws DbopsException if it cannot be told
   */
  Expectation of(DataSource target);

  /**
   * What migrations make of an empty database on a scratch server: those of them that the target
   * has run by its books, or all if it keeps none.
   *
   * @param location as {@link dev.dbops.migrate.changelog.Changelog#read(String)} takes it
   */
  static ReplayedSchema replayed(String location, ChangelogOptions options) {
    return ReplayedSchema.of(location, options);
  }

  /** What a file says that {@code dbops:snapshot} or {@link SnapshotFile#write} has written. */
  static ExpectedSchema file(Path file) {
    return target -> new Expectation(SnapshotFile.read(file), "the snapshot " + file, List.of());
  }

  /** What another database has. */
  static ExpectedSchema database(DataSource other) {
    return target ->
        new Expectation(CatalogReader.create().read(other), "another database", List.of());
  }

  /**
   * What the application's own jar says: the snapshot that {@code dbops:snapshot} has packed into
   * it, looked up by the context class loader of the calling thread.
   */
  static ExpectedSchema bundled() {
    ClassLoader context = Thread.currentThread().getContextClassLoader();
    return bundled(context != null ? context : ExpectedSchema.class.getClassLoader());
  }

  /** What the snapshot says that is packed into a jar of a class loader. */
  static ExpectedSchema bundled(ClassLoader classLoader) {
    return target -> {
      try (InputStream in = classLoader.getResourceAsStream(BUNDLED)) {
        if (in == null) {
          throw new DbopsException(
              "There is no " + BUNDLED + " on the class path",
              "bind the goal dbops:snapshot to the build, or name the migrations");
        }
        return new Expectation(
            SnapshotFile.read(new InputStreamReader(in, StandardCharsets.UTF_8), BUNDLED),
            "the snapshot in the application's jar",
            List.of());
      } catch (IOException e) {
        throw new DbopsException(
            BUNDLED + " could not be read: " + e.getMessage(), "build the application anew", e);
      }
    };
  }
}
