package dev.dbops.migrate.online;

import dev.dbops.migrate.sql.SqlIdentifier;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * What to run instead of a statement that blocks, in order.
 *
 * @param steps never empty
 * @param safety whether the schema at the end is the same without anybody's help
 */
public record OnlineForm(List<OnlineStep> steps, Safety safety) {
  /** Whether the schema at the end is the same without anybody's help. */
  public enum Safety {
    SAFE,
    /** The application or a person has to do something in between. */
    NEEDS_REVIEW
  }

  public OnlineForm {
    steps = List.copyOf(steps);
    if (steps.isEmpty()) {
      throw new IllegalArgumentException("an online form has steps");
    }
  }

  /** A form of many steps, to be reviewed if there is one among them that is done by hand. */
  static OnlineForm of(List<OnlineStep> steps) {
    boolean byHand =
        steps.stream().anyMatch(step -> step.execution() == OnlineStep.Execution.BY_HAND);
    return new OnlineForm(steps, byHand ? Safety.NEEDS_REVIEW : Safety.SAFE);
  }

  /**
   * The same where names without a schema are looked for in these: what one statement has set does
   * not hold in the sessions of others.
   *
   * @param schemas never empty
   */
  public OnlineForm withSearchPath(List<String> schemas) {
    String path = schemas.stream().map(SqlIdentifier::quote).collect(Collectors.joining(", "));
    List<OnlineStep> all = new ArrayList<>();
    all.add(
        OnlineStep.inTransaction(
            "SET search_path TO " + path, "in each session that runs one of these steps"));
    all.addAll(steps);
    return new OnlineForm(all, safety);
  }

  public static OnlineForm safe(OnlineStep... steps) {
    return new OnlineForm(List.of(steps), Safety.SAFE);
  }

  public static OnlineForm needsReview(OnlineStep... steps) {
    return new OnlineForm(List.of(steps), Safety.NEEDS_REVIEW);
  }
}
