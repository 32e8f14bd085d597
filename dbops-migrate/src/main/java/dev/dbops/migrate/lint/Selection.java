package dev.dbops.migrate.lint;

import dev.dbops.migrate.changelog.ChangeSet;
import java.util.function.Predicate;

/**
 * Which changesets are reported. The whole changelog is replayed whatever is selected, so that each
 * statement is judged by the schema that it finds.
 *
 * @param description how they were chosen, in words; empty if all were
 */
public record Selection(String description, Predicate<ChangeSet> chosen) {
  /** All changesets, however old. */
  public static Selection all() {
    return new Selection("", changeSet -> true);
  }

  public boolean includes(ChangeSet changeSet) {
    return chosen.test(changeSet);
  }

  public boolean isAll() {
    return description.isEmpty();
  }
}
