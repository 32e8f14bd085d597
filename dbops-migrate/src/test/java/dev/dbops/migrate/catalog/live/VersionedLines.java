package dev.dbops.migrate.catalog.live;

/** Fixtures mark lines for some versions as our queries do. */
public final class VersionedLines {
  private VersionedLines() {}

  /** The SQL for a major version: without the lines that are for others. */
  public static String forMajor(String sql, int major) {
    return VersionedSql.forMajor(sql, major);
  }
}
