package dev.dbops.migrate.catalog.kind;

import dev.dbops.migrate.catalog.snapshot.Fact;
import dev.dbops.migrate.catalog.snapshot.FactKey;
import dev.dbops.migrate.sql.SqlIdentifier;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Pieces of the statements that several kinds share. */
final class Ddl {
  private Ddl() {}

  /** A name of several parts, as it must stand in SQL. */
  static String name(List<String> parts) {
    return parts.stream().map(SqlIdentifier::quote).collect(Collectors.joining("."));
  }

  static String name(FactKey key) {
    return name(key.name());
  }

  /** The name of the thing that it is a part of. */
  static String container(Fact fact) {
    return name(fact.key().container());
  }

  /** The schema and the last part, as things are named that share a schema's names: an index. */
  static String inSchema(FactKey key) {
    return name(List.of(key.name().get(0), key.simpleName()));
  }

  static String quoted(FactKey key) {
    return SqlIdentifier.quote(key.simpleName());
  }

  /** The schema and what comes after it as it is: such as {@code public.f(integer)}. */
  static String signature(FactKey key) {
    return schema(key) + "." + key.simpleName();
  }

  static String renameConstraint(String kind, FactKey from, FactKey to) {
    return "ALTER %s %s RENAME CONSTRAINT %s TO %s"
        .formatted(kind, name(from.container()), quoted(from), quoted(to));
  }

  /** Arguments are a part of the name, which no renaming changes. */
  static Optional<String> renameRoutine(String reference, FactKey from, FactKey to) {
    int end = endOfName(from.simpleName());
    int newEnd = endOfName(to.simpleName());
    return from.simpleName().substring(end).equals(to.simpleName().substring(newEnd))
        ? Optional.of("ALTER " + reference + " RENAME TO " + to.simpleName().substring(0, newEnd))
        : Optional.empty();
  }

  /** Where the arguments begin, quoted parentheses apart. */
  private static int endOfName(String signature) {
    boolean quoted = false;
    int i = 0;
    while (quoted || signature.charAt(i) != '(') {
      quoted ^= signature.charAt(i) == '"';
      i++;
    }
    return i;
  }

  /** The schema of what is in one. */
  static String schema(FactKey key) {
    return SqlIdentifier.quote(key.name().get(0));
  }

  /** SET or RESET of a storage parameter, or of one of the table that holds long values. */
  static String option(String attribute, Fact to) {
    String option = attribute.substring("option ".length()).replace("toast ", "toast.");
    return to.attribute(attribute)
        .map(value -> "SET (" + option + " = " + SqlIdentifier.quoteLiteral(value) + ")")
        .orElse("RESET (" + option + ")");
  }
}
