package dev.dbops.migrate.drift;

import dev.dbops.migrate.catalog.snapshot.FactKey;
import dev.dbops.migrate.changelog.SourceFile;
import dev.dbops.migrate.changelog.SqlText;
import dev.dbops.migrate.lock.TransactionBlock;
import dev.dbops.migrate.sql.AlterType;
import dev.dbops.migrate.sql.Splitter;
import dev.dbops.migrate.sql.SqlParser;
import dev.dbops.migrate.sql.Statement;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/**
 * A repair as changesets of Liquibase's: one for all that can run in a transaction together, others
 * around it where the server does not allow that. Their ids follow from what they do. Immutable and
 * thread-safe.
 *
 * @param parts in the order in which they run
 */
public record RepairChangeSet(List<Part> parts) {
  static final String AUTHOR = "dbops";

  private static final int ID_DIGITS = 12;

  /**
   * One changeset.
   *
   * @param steps in their order
   * @param rollback what undoes it, if it is the only one and undoing it loses nothing
   */
  record Part(String id, boolean inTransaction, List<Step> steps, List<String> rollback) {
    Part {
      steps = List.copyOf(steps);
      rollback = List.copyOf(rollback);
    }

    /** Whether anything of it runs. */
    boolean runs() {
      return steps.stream().anyMatch(step -> step.withheld().isEmpty());
    }
  }

  /**
   * One statement.
   *
   * @param withheld why it does not run, as a sentence without a full stop; empty if it runs
   */
  record Step(String sql, Optional<String> withheld) {}

  public RepairChangeSet {
    parts = List.copyOf(parts);
  }

  /**
   * Changesets that hold what loses rows or values as comments, with all that follows from it.
   *
   * @param steps of the repair
   * @param back of the repair in the other direction
   */
  public static RepairChangeSet of(List<RepairStep> steps, List<RepairStep> back) {
    return of(steps, back, false);
  }

  /** Changesets that run everything, whatever is lost. */
  public static RepairChangeSet ofAll(List<RepairStep> steps, List<RepairStep> back) {
    return of(steps, back, true);
  }

  private static RepairChangeSet of(
      List<RepairStep> steps, List<RepairStep> back, boolean acknowledged) {
    List<FactKey> lost =
        acknowledged
            ? List.of()
            : steps.stream().filter(RepairStep::losesData).map(RepairStep::key).toList();
    String id = "drift-" + hash(steps);
    List<Part> parts = new ArrayList<>();
    List<Step> together = new ArrayList<>();
    for (RepairStep step : steps) {
      Optional<String> withheld =
          lost.stream()
              .filter(key -> isOrIsPartOf(step.key(), key))
              .findFirst()
              .map(key -> "data of " + key.toString().replaceAll("\\R", " ") + " may be lost");
      for (String sql : step.statements()) {
        if (isAlone(sql)) {
          add(together, true, id, parts);
          add(List.of(new Step(sql, withheld)), false, id, parts);
          together = new ArrayList<>();
        } else {
          together.add(new Step(sql, withheld));
        }
      }
    }
    add(together, true, id, parts);
    return new RepairChangeSet(withRollback(parts, lost.isEmpty() ? back : List.of()));
  }

  private static void add(List<Step> steps, boolean inTransaction, String id, List<Part> parts) {
    if (!steps.isEmpty()) {
      String own = parts.isEmpty() ? id : id + "-" + (parts.size() + 1);
      parts.add(new Part(own, inTransaction, steps, List.of()));
    }
  }

  private static List<Part> withRollback(List<Part> parts, List<RepairStep> back) {
    List<String> rollback = back.stream().flatMap(step -> step.statements().stream()).toList();
    boolean loses = back.stream().anyMatch(RepairStep::losesData);
    if (parts.size() != 1 || loses || rollback.stream().anyMatch(RepairChangeSet::isAlone)) {
      return parts;
    }
    Part only = parts.get(0);
    return List.of(new Part(only.id(), only.inTransaction(), only.steps(), rollback));
  }

  private static boolean isOrIsPartOf(FactKey key, FactKey whole) {
    List<String> name = whole.name();
    if (key.name().size() >= name.size() && key.name().subList(0, name.size()).equals(name)) {
      return true;
    }
    List<String> about = whole.about("").name();
    return key.name().size() >= about.size() && key.name().subList(0, about.size()).equals(about);
  }

  /** Also what the statements after it cannot use before it is committed. */
  private static boolean isAlone(String sql) {
    return Splitter.split(SqlText.verbatim(SourceFile.of("repair", sql).whole())).stream()
        .map(SqlParser::parse)
        .anyMatch(RepairChangeSet::isAlone);
  }

  private static boolean isAlone(Statement statement) {
    return TransactionBlock.refuses(statement, TransactionBlock.ADDS_ENUM_VALUE)
        || (statement instanceof AlterType type && type.kind() == AlterType.Kind.ADD_VALUE);
  }

  private static String hash(List<RepairStep> steps) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      for (RepairStep step : steps) {
        for (String sql : step.statements()) {
          digest.update(sql.getBytes(StandardCharsets.UTF_8));
          digest.update((byte) 0);
        }
      }
      return HexFormat.of().formatHex(digest.digest()).substring(0, ID_DIGITS);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  /** The changelog in one of Liquibase's formats; an empty one if there is nothing to do. */
  public String in(ChangelogFormat format) {
    return switch (format) {
      case SQL -> FormattedSqlChangeSet.write(parts);
      case XML -> XmlChangeSet.write(parts);
      case YAML -> YamlChangeSet.write(parts);
    };
  }

  /** How a changelog is written. */
  public enum ChangelogFormat {
    SQL,
    XML,
    YAML
  }
}
