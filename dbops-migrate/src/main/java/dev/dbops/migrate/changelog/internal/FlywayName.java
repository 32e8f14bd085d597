package dev.dbops.migrate.changelog.internal;

import java.util.Optional;

/**
 * What the name of a file tells Flyway.
 *
 * @param version empty for what has none
 * @param description what follows the two underscores, or the event of a callback
 */
record FlywayName(Kind kind, Optional<FlywayVersion> version, String description) {
  enum Kind {
    VERSIONED,
    UNDO,
    BASELINE,
    REPEATABLE,
    CALLBACK
  }

  /** Reads a file's name without its folder and suffix; empty if Flyway passes the file over. */
  static Optional<FlywayName> parse(String name) {
    if (FlywayCallback.isEvent(name)) {
      return Optional.of(new FlywayName(Kind.CALLBACK, Optional.empty(), name));
    }
    Optional<Kind> kind = kind(name);
    if (kind.isEmpty()) {
      return Optional.empty();
    }
    int separator = name.indexOf("__");
    String version = separator < 0 ? name.substring(1) : name.substring(1, separator);
    String description = separator < 0 ? "" : name.substring(separator + 2);
    if (kind.get() == Kind.REPEATABLE) {
      return version.isEmpty() && separator > 0
          ? Optional.of(new FlywayName(kind.get(), Optional.empty(), description))
          : Optional.empty();
    }
    return FlywayVersion.parse(version)
        .map(parsed -> new FlywayName(kind.get(), Optional.of(parsed), description));
  }

  /** Whether a name is that of a versioned migration with a description, as most are. */
  static boolean isVersioned(String name) {
    return name.contains("__") && parse(name).filter(n -> n.kind() == Kind.VERSIONED).isPresent();
  }

  private static Optional<Kind> kind(String name) {
    return switch (name.isEmpty() ? ' ' : name.charAt(0)) {
      case 'V' -> Optional.of(Kind.VERSIONED);
      case 'U' -> Optional.of(Kind.UNDO);
      case 'B' -> Optional.of(Kind.BASELINE);
      case 'R' -> Optional.of(Kind.REPEATABLE);
      default -> Optional.empty();
    };
  }
}
