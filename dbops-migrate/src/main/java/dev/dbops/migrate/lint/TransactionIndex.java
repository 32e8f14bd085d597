package dev.dbops.migrate.lint;

import dev.dbops.migrate.lock.LockEffect;
import dev.dbops.migrate.sql.Statement;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * The statements of a changeset by the transaction that they run in, so that no rule walks over a
 * hundred thousand statements for each of them. Not thread-safe.
 */
final class TransactionIndex {
  private record Key(int transaction, Class<?> kind) {}

  /** Some statements of one transaction, with their places in the changeset. */
  private record Part(List<Integer> places, List<PlacedStatement> statements) {
    static final Part NONE = new Part(List.of(), List.of());

    Part() {
      this(new ArrayList<>(), new ArrayList<>());
    }

    void add(int place, PlacedStatement statement) {
      places.add(place);
      statements.add(statement);
    }

    List<PlacedStatement> before(int place) {
      return statements.subList(0, firstFrom(place));
    }

    List<PlacedStatement> after(int place) {
      return statements.subList(firstFrom(place + 1), statements.size());
    }

    private int firstFrom(int place) {
      int found = Collections.binarySearch(places, place);
      return found < 0 ? -found - 1 : found;
    }
  }

  private final Map<Integer, Part> all = new HashMap<>();
  private final Map<Key, Part> byKind = new HashMap<>();
  private final Map<Class<?>, Part> ofUnit = new HashMap<>();
  private final Part blocking = new Part();
  private final Map<Key, Optional<?>> findings = new HashMap<>();

  TransactionIndex(List<PlacedStatement> unit) {
    for (int place = 0; place < unit.size(); place++) {
      ofUnit
          .computeIfAbsent(unit.get(place).statement().getClass(), kind -> new Part())
          .add(place, unit.get(place));
      if (unit.get(place).nesting() != PlacedStatement.Nesting.FUNCTION) {
        add(place, unit.get(place));
      }
    }
  }

  private void add(int place, PlacedStatement statement) {
    int transaction = statement.transaction();
    Key kind = new Key(transaction, statement.statement().getClass());
    all.computeIfAbsent(transaction, key -> new Part()).add(place, statement);
    byKind.computeIfAbsent(kind, key -> new Part()).add(place, statement);
    if (statement.effects().stream().map(LockEffect::mode).anyMatch(mode -> mode.blocksWrites())) {
      blocking.add(place, statement);
    }
  }

  /** Those of one kind after a place, in whatever transaction. */
  List<PlacedStatement> after(int place, Class<? extends Statement> kind) {
    return ofUnit.getOrDefault(kind, Part.NONE).after(place);
  }

  List<PlacedStatement> before(int place, int transaction) {
    return all.getOrDefault(transaction, Part.NONE).before(place);
  }

  List<PlacedStatement> before(int place, int transaction, Class<? extends Statement> kind) {
    return byKind.getOrDefault(new Key(transaction, kind), Part.NONE).before(place);
  }

  /** What is looked for in a transaction, which is done once for all its statements. */
  <T> Optional<T> find(
      int transaction, Class<T> kind, Function<List<PlacedStatement>, Optional<T>> search) {
    Key key = new Key(transaction, kind);
    Optional<?> found = findings.get(key);
    if (found == null) {
      found = search.apply(all.getOrDefault(transaction, Part.NONE).statements());
      findings.put(key, found);
    }
    return found.map(kind::cast);
  }

  /** Those of all transactions that block writes to a table in use. */
  List<PlacedStatement> blockingBefore(int place) {
    return blocking.before(place);
  }

  List<PlacedStatement> after(int place, int transaction) {
    return all.getOrDefault(transaction, Part.NONE).after(place);
  }

  List<PlacedStatement> after(int place, int transaction, Class<? extends Statement> kind) {
    return byKind.getOrDefault(new Key(transaction, kind), Part.NONE).after(place);
  }
}
