package dev.dbops.migrate.changelog.internal;

import dev.dbops.migrate.changelog.Changelog;
import dev.dbops.migrate.changelog.ReadProblem;
import dev.dbops.migrate.changelog.SourceFile;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.util.List;

/** Problems with files of which nothing was read. */
public final class Problems {
  private Problems() {}

  public static ReadProblem ofFile(String path, String message, String remedy) {
    return new ReadProblem(SourceFile.of(path, "").whole(), message, remedy);
  }

  /** A changelog of nothing but a problem. */
  public static Changelog only(Changelog.Runner runner, ReadProblem problem) {
    return new Changelog(runner, List.of(), List.of(), List.of(problem));
  }

  public static ReadProblem noLiquibase(String path) {
    return ofFile(
        path,
        path + " is a changelog of Liquibase's, and Liquibase is not on the class path",
        "add org.liquibase:liquibase-core to the class path");
  }

  public static ReadProblem missing(String path) {
    return ofFile(path, path + " does not exist", "correct the path");
  }

  /** The folder or glob holds no SQL file, or there is no such folder. */
  static ReadProblem nothingAt(String location, SearchPath searchPath) {
    return searchPath.onDisk(location).filter(Files::isDirectory).isPresent()
        ? ofFile(
            location,
            "The folder " + location + " holds no SQL file",
            "name the folder that holds your .sql files")
        : missing(location);
  }

  static ReadProblem danglingLink(String path) {
    return ofFile(
        path, path + " is a link to a file that does not exist", "mend the link or remove it");
  }

  static ReadProblem linkInCircle(String path) {
    return ofFile(
        path,
        path + " is a link to a folder that holds it, a loop, and is not followed",
        "remove the link");
  }

  public static ReadProblem unreadable(String path, Exception cause) {
    if (cause instanceof UncheckedIOException wrapped && wrapped.getCause() != null) {
      return unreadable(path, wrapped.getCause());
    }
    return cause instanceof AccessDeniedException
        ? ofFile(path, path + " may not be read", "give yourself read permission on it")
        : ofFile(
            path,
            path + " cannot be read: " + cause.getMessage(),
            "make it readable, then run again");
  }
}
