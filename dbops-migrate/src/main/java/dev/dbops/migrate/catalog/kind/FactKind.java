package dev.dbops.migrate.catalog.kind;

import dev.dbops.migrate.catalog.snapshot.CatalogSnapshot;
import dev.dbops.migrate.catalog.snapshot.Fact;
import dev.dbops.migrate.catalog.snapshot.FactKey;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A kind of fact: what it is a part of, and the SQL that makes, changes and drops what it tells of.
 * One small stateless class each, listed in {@link FactKinds}.
 */
public sealed interface FactKind permits CatalogKind, SatelliteKind {
  /** What can be the matter with a thing that is what it should be. */
  enum Defect {
    NONE,
    /** Rows need not keep it. */
    UNVALIDATED,
    /** No query uses it. */
    INVALID
  }

  /** What it is called in keys and reports, such as {@code check constraint}. */
  String name();

  /** What it is a part of, or is said about; empty if that is the database. */
  Optional<FactKey> parent(FactKey key, CatalogSnapshot in);

  /**
   * What it was inherited from: the column of the parent table, the index of the partitioned table.
   * Where both are missing, or both changed alike, only the difference of that one is told.
   */
  default Optional<FactKey> origin(FactKey key, CatalogSnapshot in) {
    return Optional.empty();
  }

  /**
   * Whether it can be made before its origin, which then takes it in; and whether it goes away with
   * that.
   */
  default boolean mergesIntoOrigin() {
    return false;
  }

  /**
   * The statements that make it, in order.
   *
   * @param in where it is, with its parts
   */
  List<String> create(Fact fact, CatalogSnapshot in);

  /** What comes into being with it, itself included, so that no statement has to make it. */
  default Set<FactKey> createdWith(Fact fact, CatalogSnapshot in) {
    return Set.of(fact.key());
  }

  /** The statements that drop it, in order. */
  List<String> drop(Fact fact, CatalogSnapshot in);

  /**
   * Whether its members are facts of their own, so that of them only their order is a difference of
   * this thing. No statement changes such an order.
   */
  default boolean partsAreFacts() {
    return false;
  }

  /** Whether its parts go away with it; if not, it cannot be dropped before they are. */
  default boolean dropsParts() {
    return true;
  }

  /**
   * What others can refer to in its place and what needs nothing itself, which it can be turned
   * into and which can be turned into it: of a view, one that has its columns.
   */
  default Optional<Fact> standIn(Fact fact) {
    return Optional.empty();
  }

  /** Whether there is one in every database, so that a snapshot without it tells nothing of it. */
  default boolean isInEveryDatabase() {
    return false;
  }

  /** Whether rows are lost when it is dropped. */
  default boolean holdsData() {
    return false;
  }

  /** Whether rows or values are lost when this one is dropped, which nothing else tells. */
  default boolean holdsData(Fact fact) {
    return holdsData();
  }

  /** Whether values may not fit when it is altered so. */
  default boolean losesData(Fact from, Fact to) {
    return false;
  }

  /**
   * The statements that turn one into the other; empty if it has to be dropped and made again.
   *
   * @param in where the second is, with its parts
   */
  default Optional<List<String>> alter(Fact from, Fact to, CatalogSnapshot in) {
    return Optional.empty();
  }

  /**
   * The statements that turn one into the other where others that stay are to be changed with it.
   *
   * @param current where the first is, with its parts
   * @param target where the second is, with its parts
   */
  default Optional<List<String>> alter(
      Fact from, Fact to, CatalogSnapshot current, CatalogSnapshot target) {
    return alter(from, to, target);
  }

  /**
   * Whether altering it so puts a new thing in the place of the old: what is said about it, such as
   * its owner, has to be said again.
   */
  default boolean replaces(Fact from, Fact to) {
    return false;
  }

  /** What is the matter with a thing of which this attribute is true. */
  default Defect defect(String attribute) {
    return Defect.NONE;
  }

  /** The statement that calls it otherwise and leaves all else as it is; empty if there is none. */
  default Optional<String> rename(FactKey from, FactKey to) {
    return Optional.empty();
  }

  /** Whether the server refuses to alter it so while something depends on it, such as a view. */
  default boolean dependentsForbid(Fact from, Fact to) {
    return false;
  }

  /**
   * What is left of it where another thing has to go that it needs, if it can stay: a column
   * without its default.
   */
  default Optional<Fact> without(Fact fact, FactKey other) {
    return Optional.empty();
  }
}
