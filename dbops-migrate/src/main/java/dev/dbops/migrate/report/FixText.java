package dev.dbops.migrate.report;

import dev.dbops.migrate.online.OnlineForm;
import dev.dbops.migrate.online.OnlineStep;
import java.util.stream.Collectors;

/** An online form as SQL to paste, with comments that say how each step has to be run. */
final class FixText {
  private FixText() {}

  static String of(OnlineForm form) {
    return form.steps().stream().map(FixText::of).collect(Collectors.joining("\n"));
  }

  private static String of(OnlineStep step) {
    String how =
        switch (step.execution()) {
          case OWN_TRANSACTION -> "in a transaction of its own";
          case NO_TRANSACTION -> "outside a transaction";
          case BY_HAND -> "by hand";
        };
    String note = step.note().isEmpty() ? "" : ": " + step.note();
    return "-- " + how + note + "\n" + step.sql() + ";\n";
  }
}
