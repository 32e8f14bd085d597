package dev.dbops.migrate.sql;

import java.util.Optional;

/**
 * {@code REINDEX}.
 *
 * @param kind {@code INDEX}, {@code TABLE}, {@code SCHEMA}, {@code DATABASE}; {@code SYSTEM} counts
 *     as {@code DATABASE}
 * @param systemCatalogs whether only the catalogs are meant
 */
public record Reindex(
    ObjectKind kind,
    boolean systemCatalogs,
    boolean concurrently,
    Optional<QualifiedName> target,
    Span span)
    implements Statement {
  @Override
  public <R> R accept(StatementVisitor<R> visitor) {
    return visitor.visit(this);
  }
}
