package dev.dbops.migrate.changelog.internal.liquibase;

import dev.dbops.migrate.changelog.ChangelogOptions;
import dev.dbops.migrate.changelog.internal.SearchPath;
import java.nio.file.Path;
import java.util.Optional;

/**
 * The changelog that the user names.
 *
 * @param name by which Liquibase finds it on the search path
 * @param searchPath the user's, then the folders above the changelog: one below src/main/resources
 *     is included by its path on the class path to be
 */
record ChangelogRoot(String name, SearchPath searchPath) {
  /** A changelog on disk, or as Liquibase looks it up on the search path. */
  static ChangelogRoot of(String path, ChangelogOptions options) {
    SearchPath searchPath = SearchPath.of(options);
    Optional<Path> onDisk = searchPath.onDisk(path).map(file -> file.toAbsolutePath().normalize());
    String name = onDisk.map(searchPath::nameOf).orElse(path);
    Path folder = onDisk.map(Path::getParent).orElse(null);
    for (; folder != null; folder = folder.getParent()) {
      searchPath = searchPath.with(folder);
    }
    return new ChangelogRoot(name, searchPath);
  }
}
