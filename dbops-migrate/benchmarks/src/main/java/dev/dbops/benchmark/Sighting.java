package dev.dbops.benchmark;

import java.util.Map;

/**
 * What the tools say of one pair of databases.
 *
 * @param kind the group of mutations
 * @param title what is mutated
 * @param mutation whether it makes another schema of it
 * @param outcomes by the name of the tool
 */
record Sighting(String kind, String title, boolean mutation, Map<String, Outcome> outcomes) {
  /** The title of the pair in which nothing is mutated. */
  static final String MADE_TWICE = "the same schema, made twice";

  /** What a tool says. */
  enum Outcome {
    DIFFERS,
    EQUAL,
    /** It ended with an error. */
    FAILED
  }

  boolean differsFor(SchemaTool tool) {
    return of(tool) == Outcome.DIFFERS;
  }

  Outcome of(SchemaTool tool) {
    return outcomes.getOrDefault(tool.name(), Outcome.FAILED);
  }
}
