package dev.dbops.migrate.drift;

import dev.dbops.migrate.catalog.snapshot.Fact;
import dev.dbops.migrate.catalog.snapshot.FactKey;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;

/** One way in which a database is not what its migrations make. */
public sealed interface Difference {
  /** What differs. */
  FactKey key();

  /** The migrations make it and the database does not have it. Its parts are not listed again. */
  record Missing(Fact expected) implements Difference {
    @Override
    public FactKey key() {
      return expected.key();
    }
  }

  /** The database has it and no migration makes it. Its parts are not listed again. */
  record Unexpected(Fact actual) implements Difference {
    @Override
    public FactKey key() {
      return actual.key();
    }
  }

  /**
   * Both have it, but not alike.
   *
   * @param changes by the names of the attributes
   */
  record Changed(Fact expected, Fact actual, SortedMap<String, Change> changes)
      implements Difference {
    @Override
    public FactKey key() {
      return expected.key();
    }
  }

  /** Both have its parts, in another order; those that only one has are left out. */
  record Reordered(FactKey key, List<String> expected, List<String> actual) implements Difference {
    public Reordered {
      expected = List.copyOf(expected);
      actual = List.copyOf(actual);
    }
  }

  /**
   * The values of an attribute; empty where a thing has what the server takes when nothing is said.
   */
  record Change(Optional<String> expected, Optional<String> actual) {}
}
