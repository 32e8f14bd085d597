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

  /** Both have it, but not alike. */
  sealed interface Unlike extends Difference {
    Fact expected();

    Fact actual();

    /** By the names of the attributes. */
    SortedMap<String, Change> changes();

    @Override
    default FactKey key() {
      return expected().key();
    }
  }

  /** It says something else than the migrations do. */
  record Changed(Fact expected, Fact actual, SortedMap<String, Change> changes) implements Unlike {}

  /**
   * A constraint that says what it should, but which rows of the database need not keep: it was
   * added NOT VALID and not validated since, or is NOT ENFORCED. The other way round, the database
   * asks for more than the migrations do, and it is {@link Changed}.
   */
  record Unvalidated(Fact expected, Fact actual, SortedMap<String, Change> changes)
      implements Unlike {}

  /**
   * An index, or a constraint with its index, that is what it should be, but that no query uses
   * because its making or a REINDEX did not come to an end.
   */
  record InvalidIndex(Fact expected, Fact actual, SortedMap<String, Change> changes)
      implements Unlike {}

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
