package dev.dbops.migrate.online;

import java.util.List;

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

  public static OnlineForm safe(OnlineStep... steps) {
    return new OnlineForm(List.of(steps), Safety.SAFE);
  }

  public static OnlineForm needsReview(OnlineStep... steps) {
    return new OnlineForm(List.of(steps), Safety.NEEDS_REVIEW);
  }
}
