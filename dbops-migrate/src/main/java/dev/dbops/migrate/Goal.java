package dev.dbops.migrate;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** What dbops can be called for: a goal of the Maven plugin, a command of the executable jar. */
public enum Goal {
  /** Finds the statements of a changelog that would block a live server. */
  LINT,
  /** Says how a database differs from its migrations. */
  DRIFT,
  /** Writes down the schema that migrations make, or that a database has. */
  SNAPSHOT;

  /** The name by which users call it. */
  public String key() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** What it can be told. */
  public List<JobParameter> parameters() {
    return Arrays.stream(JobParameter.values())
        .filter(each -> each.goals().contains(this))
        .toList();
  }
}
