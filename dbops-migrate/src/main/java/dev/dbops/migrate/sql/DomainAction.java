package dev.dbops.migrate.sql;

/** A sub-command of {@code ALTER DOMAIN}. */
public sealed interface DomainAction {
  Span span();

  record AddConstraint(Constraint constraint, Span span) implements DomainAction {}

  record ValidateConstraint(Name constraint, Span span) implements DomainAction {}

  record DropConstraint(Name constraint, boolean ifExists, Span span) implements DomainAction {}

  record SetNotNull(Span span) implements DomainAction {}

  record DropNotNull(Span span) implements DomainAction {}

  record SetDefault(Expression value, Span span) implements DomainAction {}

  record DropDefault(Span span) implements DomainAction {}

  record Rename(Name to, Span span) implements DomainAction {}

  record SetSchema(Name schema, Span span) implements DomainAction {}

  record OtherAction(String text, Span span) implements DomainAction {}
}
