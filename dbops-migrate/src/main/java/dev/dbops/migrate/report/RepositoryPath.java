package dev.dbops.migrate.report;

import dev.dbops.migrate.changelog.SourceFile;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;

/**
 * How code hosts name a file: from the root of its git working tree on, wherever the build was
 * started.
 */
final class RepositoryPath {
  private static final String MARK = ".git";

  private RepositoryPath() {}

  /** The name, with forward slashes; the file's own where it is not on disk or in no such tree. */
  static String of(SourceFile file) {
    try {
      Path path = Path.of(file.path()).toAbsolutePath().normalize();
      if (Files.exists(path)) {
        // A submodule and a second working tree have a file of that name, not a folder.
        for (Path up = path.getParent(); up != null; up = up.getParent()) {
          if (Files.exists(up.resolve(MARK))) {
            return up.relativize(path).toString().replace('\\', '/');
          }
        }
      }
      return file.path();
    } catch (InvalidPathException notOnDisk) {
      return file.path();
    }
  }
}
