package dev.dbops.migrate.changelog;

import java.util.Locale;

/**
 * By what a runner knows a changeset again.
 *
 * @param path of its file, written in one way: slashes, without {@code classpath:} and without what
 *     leads to the root of the search path
 * @param id Liquibase's id, or the file's name
 * @param author Liquibase's author; empty for a file
 */
public record ChangeSetId(String path, String id, String author) {
  private static final String CLASS_PATH = "classpath:";

  public ChangeSetId {
    path = path.replace('\\', '/');
    if (path.toLowerCase(Locale.ROOT).startsWith(CLASS_PATH)) {
      path = path.substring(CLASS_PATH.length());
    }
    while (path.startsWith("/") || path.startsWith("./")) {
      path = path.substring(path.indexOf('/') + 1);
    }
  }

  public static ChangeSetId of(ChangeSet changeSet) {
    return new ChangeSetId(changeSet.path(), changeSet.id(), changeSet.author());
  }

  /**
   * As books have it: Flyway's know a file by its path below one of its folders, and of that we
   * take the name.
   */
  public ChangeSetId asRecorded() {
    String file = path.substring(path.lastIndexOf('/') + 1);
    return author.isEmpty() ? new ChangeSetId(file, file, "") : this;
  }

  /** {@code path::id::author}, or the path alone for a file. */
  @Override
  public String toString() {
    return author.isEmpty() ? path : path + "::" + id + "::" + author;
  }
}
