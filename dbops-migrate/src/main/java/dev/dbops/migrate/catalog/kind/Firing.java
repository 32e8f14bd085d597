package dev.dbops.migrate.catalog.kind;

/** When a trigger or a rule fires: in which of the modes of a session. */
final class Firing {
  static final String ATTRIBUTE = "enabled";

  private Firing() {}

  /** What stands before TRIGGER or RULE to make it so. */
  static String verb(String enabled) {
    return switch (enabled) {
      case "disabled" -> "DISABLE";
      case "replica" -> "ENABLE REPLICA";
      case "always" -> "ENABLE ALWAYS";
      default -> "ENABLE";
    };
  }
}
