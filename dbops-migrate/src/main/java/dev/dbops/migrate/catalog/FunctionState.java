package dev.dbops.migrate.catalog;

import dev.dbops.migrate.sql.Volatility;
import java.util.Map;

/**
 * The functions and procedures of one name.
 *
 * @param overloads their volatility by their parameter lists, as these are written
 */
public record FunctionState(ObjectName name, Map<String, Volatility> overloads) {
  public FunctionState {
    overloads = Map.copyOf(overloads);
  }

  /** The volatility of a call: where there are overloads, that of the most volatile. */
  public Volatility volatility() {
    return overloads.values().stream().max(Volatility::compareTo).orElse(Volatility.VOLATILE);
  }
}
