package dev.dbops.migrate.changelog.internal;

import dev.dbops.migrate.changelog.Change;
import dev.dbops.migrate.changelog.ChangeSet;
import dev.dbops.migrate.changelog.ChangeSetId;
import dev.dbops.migrate.changelog.Changelog;
import dev.dbops.migrate.changelog.ChangelogOptions;
import dev.dbops.migrate.changelog.CheckedChangeSet;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.zip.CRC32;

/**
 * Compares migrations with what Flyway has noted of them. Its checksum is the CRC-32 of all lines
 * without their ends, in UTF-8, as a signed number; of a repeatable migration, with the
 * placeholders replaced.
 */
public final class FlywayChecksums {
  private static final String PLACEHOLDER = "${";

  private FlywayChecksums() {}

  /** Compares versioned and repeatable migrations; callbacks and baselines are noted nowhere. */
  public static List<CheckedChangeSet> read(
      String locations, ChangelogOptions options, Map<ChangeSetId, String> recorded) {
    return Changelog.flyway(locations, options).changeSets().stream()
        .filter(each -> !each.runAlways() && (isVersioned(each) || each.runOnChange()))
        .map(each -> check(each, options, recorded))
        .toList();
  }

  private static boolean isVersioned(ChangeSet changeSet) {
    return changeSet.id().startsWith("V");
  }

  private static CheckedChangeSet check(
      ChangeSet changeSet, ChangelogOptions options, Map<ChangeSetId, String> recorded) {
    ChangeSetId id = ChangeSetId.of(changeSet).asRecorded();
    String text = text(changeSet, options);
    boolean known =
        changeSet.changes().stream().noneMatch(Change.NotAnalysed.class::isInstance)
            && !(changeSet.runOnChange() && text.contains(PLACEHOLDER));
    String checksum = known ? checksum(text) : "";
    String noted = recorded.getOrDefault(id, "");
    boolean matches = checksum.isEmpty() || noted.isEmpty() || noted.equals(checksum);
    return new CheckedChangeSet(id, checksum, matches, changeSet.runOnChange(), true);
  }

  private static String text(ChangeSet changeSet, ChangelogOptions options) {
    String text = changeSet.span().file().text();
    if (changeSet.runOnChange()) {
      for (Map.Entry<String, String> parameter : options.parameters().entrySet()) {
        text = text.replace(PLACEHOLDER + parameter.getKey() + "}", parameter.getValue());
      }
    }
    return text;
  }

  private static String checksum(String text) {
    CRC32 sum = new CRC32();
    text.lines().forEach(line -> sum.update(line.getBytes(StandardCharsets.UTF_8)));
    return String.valueOf((int) sum.getValue());
  }
}
