package dev.dbops.migrate.changelog.internal.liquibase;

import dev.dbops.migrate.changelog.Changelog;
import dev.dbops.migrate.changelog.ChangelogOptions;
import dev.dbops.migrate.changelog.internal.Problems;
import dev.dbops.migrate.changelog.internal.SearchPath;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import liquibase.Scope;

/** Reads changelogs of Liquibase's, in all its formats, without a database. */
public final class LiquibaseChangelogs {
  private LiquibaseChangelogs() {}

  /**
   * Reads a changelog and all that it includes.
   *
   * <p>Liquibase keeps its state in the current thread and in what that thread inherited. A thread
   * of our own, with a state of its own, neither sees the state of the caller nor leaves anything
   * in it.
   *
   * @param path on disk, or as Liquibase looks it up on the search path
   */
  public static Changelog read(String path, ChangelogOptions options) {
    SearchPath searchPath = SearchPath.of(options);
    Optional<Path> onDisk = searchPath.onDisk(path).map(file -> file.toAbsolutePath().normalize());
    String name = onDisk.map(searchPath::nameOf).orElse(path);
    // A changelog below src/main/resources is included by its path on the class path to be.
    Path folder = onDisk.map(Path::getParent).orElse(null);
    for (; folder != null; folder = folder.getParent()) {
      searchPath = searchPath.with(folder);
    }
    LiquibaseRun run = new LiquibaseRun(name, options, new SearchPathAccessor(searchPath));
    FutureTask<Changelog> task = new FutureTask<>(run::read);
    Thread thread = new Thread(task, "dbops-liquibase");
    thread.setDaemon(true);
    // Liquibase looks for its parts by this class loader, and shares some of them in the JVM.
    thread.setContextClassLoader(new LiquibaseClassPath(Scope.class.getClassLoader()));
    thread.start();
    return result(name, task);
  }

  private static Changelog result(String path, FutureTask<Changelog> task) {
    boolean interrupted = false;
    try {
      while (true) {
        try {
          return task.get();
        } catch (InterruptedException e) {
          interrupted = true;
        }
      }
    } catch (ExecutionException e) {
      if (e.getCause() instanceof VirtualMachineError error) {
        throw error;
      }
      return Problems.only(
          Changelog.Runner.LIQUIBASE,
          Problems.ofFile(
              path,
              "Liquibase fails on " + path + ": " + Failure.reason(e),
              "run liquibase validate on it, and correct what it says"));
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }
}
