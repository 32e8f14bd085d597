package dev.dbops.migrate.catalog.kind;

import dev.dbops.migrate.catalog.snapshot.Fact;
import java.util.Locale;
import java.util.Optional;

/**
 * What stands after the name of a constraint where it is added to a table. To have the server write
 * it costs more than to read all else of a constraint, so that it does so for rare ones only.
 */
final class ConstraintDefinition {
  private final Fact constraint;
  private final StringBuilder text = new StringBuilder();

  private ConstraintDefinition(Fact constraint) {
    this.constraint = constraint;
  }

  static String of(Fact constraint) {
    return constraint
        .attribute("sql definition")
        .orElseGet(() -> new ConstraintDefinition(constraint).compose());
  }

  private String compose() {
    text.append(upper(constraint.attribute("type").orElseThrow()));
    flag("nulls not distinct");
    list("", constraint.attribute("columns").or(() -> constraint.attribute("expression")));
    list(" INCLUDE", constraint.attribute("include"));
    constraint
        .attribute("references")
        .ifPresent(
            table -> list(" REFERENCES " + table, constraint.attribute("referenced columns")));
    word("match");
    word("on update");
    word("on delete");
    list("", constraint.attribute("on delete columns"));
    flag("no inherit");
    flag("deferrable");
    flag("initially deferred");
    flag("not enforced");
    flag("not valid");
    return text.toString();
  }

  private void list(String before, Optional<String> elements) {
    elements.ifPresent(list -> text.append(before).append(" (").append(list).append(')'));
  }

  private void word(String attribute) {
    constraint
        .attribute(attribute)
        .ifPresent(value -> text.append(upper(" " + attribute + " " + value)));
  }

  private void flag(String attribute) {
    if (constraint.is(attribute)) {
      text.append(upper(" " + attribute));
    }
  }

  private static String upper(String words) {
    return words.toUpperCase(Locale.ROOT);
  }
}
