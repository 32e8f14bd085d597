package dev.dbops.migrate.catalog.kind;

import dev.dbops.migrate.catalog.snapshot.Fact;
import dev.dbops.migrate.sql.SqlIdentifier;
import java.util.ArrayList;
import java.util.List;

/**
 * The list of CREATE OPERATOR and its like: {@code (leftarg = integer, hashes = true)}. Of those of
 * the names that a fact has as attributes, in their order.
 */
final class Parameters {
  private final Fact fact;
  private final List<String> parameters = new ArrayList<>();

  private Parameters(Fact fact) {
    this.fact = fact;
  }

  static Parameters of(Fact fact) {
    return new Parameters(fact);
  }

  /** Attributes whose values are SQL. */
  Parameters sql(String... names) {
    for (String name : names) {
      fact.attribute(name).ifPresent(value -> parameters.add(name + " = " + value));
    }
    return this;
  }

  /** Attributes whose values are texts. */
  Parameters text(String... names) {
    for (String name : names) {
      fact.attribute(name)
          .ifPresent(value -> parameters.add(name + " = " + SqlIdentifier.quoteLiteral(value)));
    }
    return this;
  }

  @Override
  public String toString() {
    return "(" + String.join(", ", parameters) + ")";
  }
}
