package dev.dbops.migrate.catalog;

import dev.dbops.migrate.sql.DataType;
import dev.dbops.migrate.sql.Expression;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * A domain.
 *
 * @param base the type that it restricts
 * @param checks by name, in the order of their creation
 * @param createdIn the unit that made it
 */
public record DomainState(
    ObjectName name,
    DataType base,
    boolean notNull,
    Optional<Expression> defaultValue,
    Map<String, ConstraintState> checks,
    int createdIn) {
  public DomainState {
    checks = Collections.unmodifiableMap(new LinkedHashMap<>(checks));
  }

  /** Whether values have to be checked, so that a new column of it rewrites the table. */
  public boolean isConstrained() {
    return notNull || !checks.isEmpty();
  }

  DomainState withName(ObjectName other) {
    return new DomainState(other, base, notNull, defaultValue, checks, createdIn);
  }

  DomainState withNotNull(boolean demanded) {
    return new DomainState(name, base, demanded, defaultValue, checks, createdIn);
  }

  DomainState withDefault(Optional<Expression> value) {
    return new DomainState(name, base, notNull, value, checks, createdIn);
  }

  DomainState withChecks(Map<String, ConstraintState> others) {
    return new DomainState(name, base, notNull, defaultValue, others, createdIn);
  }
}
