package dev.dbops.migrate.changelog.internal;

import java.util.Optional;

/** The events of {@code migrate} at which Flyway runs a SQL file, in their order. */
enum FlywayCallback {
  BEFORE_MIGRATE("beforeMigrate"),
  BEFORE_EACH_MIGRATE("beforeEachMigrate"),
  AFTER_EACH_MIGRATE("afterEachMigrate"),
  AFTER_MIGRATE("afterMigrate");

  private final String event;

  FlywayCallback(String event) {
    this.event = event;
  }

  boolean runsBefore() {
    return this == BEFORE_MIGRATE || this == BEFORE_EACH_MIGRATE;
  }

  /** Whether a name is that of an event, of migrate or of any other command. */
  static boolean isEvent(String name) {
    return name.matches("(before|after)[A-Z]\\w*|createSchema(__\\w+)?");
  }

  /** The event of migrate that a file's name stands for. */
  static Optional<FlywayCallback> of(String name) {
    for (FlywayCallback callback : values()) {
      if (name.equals(callback.event) || name.startsWith(callback.event + "__")) {
        return Optional.of(callback);
      }
    }
    return Optional.empty();
  }
}
