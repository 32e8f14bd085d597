package dev.dbops.migrate.catalog.live;

import dev.dbops.migrate.catalog.kind.CatalogKind;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.sql.Statement;
import java.sql.Types;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.StringJoiner;
import java.util.TreeMap;

/**
 * Reads the things of a kind where the server fails on some of them, since a catalog lacks what
 * another speaks of: the function that a view calls, for one. It finds those by halves. What the
 * server can tell of them is told as of others; the rest is said to be untold.
 */
final class DamagedThings {
  /** Stands where a definition would, so that it differs from each. */
  static final String UNTOLD = "(the server cannot tell)";

  private static final String INTERNAL_ERROR = "XX";

  /** More than a table has columns. */
  private static final long PARTS = 65_536;

  private final Statement statement;
  private final CatalogKind kind;
  private final Facts facts;
  private final String query;
  private final List<String> labels = new ArrayList<>();
  private final List<Integer> types = new ArrayList<>();
  private final List<String> sentences = new ArrayList<>();

  private DamagedThings(Statement statement, CatalogKind kind, String query, Facts facts)
      throws SQLException {
    this.statement = statement;
    this.kind = kind;
    this.facts = facts;
    StringJoiner columns = new StringJoiner(", ", " AS thing (", ")");
    try (PreparedStatement described = statement.getConnection().prepareStatement(query)) {
      ResultSetMetaData all = described.getMetaData();
      for (int i = 1; i <= all.getColumnCount(); i++) {
        labels.add(all.getColumnLabel(i));
        types.add(all.getColumnType(i));
        columns.add("c" + i);
      }
    }
    this.query = " FROM (" + query + "\n)" + columns;
  }

  /**
   * Adds all things of a kind.
   *
   * @return a sentence for each that the server cannot tell all of
   */
  static List<String> read(Statement statement, CatalogKind kind, String query, Facts facts)
      throws SQLException {
    DamagedThings things = new DamagedThings(statement, kind, query, facts);
    Savepoint before = statement.getConnection().setSavepoint();
    try {
      things.readBetween(0, Long.MAX_VALUE);
      return List.of();
    } catch (SQLException e) {
      things.undo(before, e);
    }
    things.read(things.numbers());
    return things.sentences;
  }

  /** Whether the server failed within itself, and not the connection, a limit or a right. */
  static boolean isDamage(SQLException failure) {
    return String.valueOf(failure.getSQLState()).startsWith(INTERNAL_ERROR);
  }

  private void undo(Savepoint before, SQLException failure) throws SQLException {
    if (!isDamage(failure)) {
      throw failure;
    }
    statement.getConnection().rollback(before);
  }

  /** One for each thing, in order. */
  private List<Long> numbers() throws SQLException {
    List<Long> numbers = new ArrayList<>();
    try (ResultSet row = statement.executeQuery("SELECT " + number() + query + " ORDER BY 1")) {
      while (row.next()) {
        numbers.add(row.getLong(1));
      }
    }
    return numbers;
  }

  private String number() {
    String whole = "c%d::bigint * %d".formatted(labels.indexOf("oid") + 1, PARTS);
    int part = labels.indexOf("subid") + 1;
    return part == 0 ? whole : whole + " + c" + part;
  }

  private void read(List<Long> numbers) throws SQLException {
    if (numbers.isEmpty()) {
      return;
    }
    long first = numbers.get(0);
    Savepoint before = statement.getConnection().setSavepoint();
    try {
      readBetween(first, numbers.get(numbers.size() - 1));
    } catch (SQLException e) {
      undo(before, e);
      if (numbers.size() == 1) {
        readAround(first);
      } else {
        int half = numbers.size() / 2;
        read(numbers.subList(0, half));
        read(numbers.subList(half, numbers.size()));
      }
    }
  }

  private void readBetween(long first, long last) throws SQLException {
    StringJoiner columns = new StringJoiner(", ");
    for (int i = 0; i < labels.size(); i++) {
      columns.add("c%d AS \"%s\"".formatted(i + 1, labels.get(i)));
    }
    read(columns.toString(), first, last);
  }

  private void read(String columns, long first, long last) throws SQLException {
    try (ResultSet row = statement.executeQuery(select(columns, first, last))) {
      KindReader reader = new KindReader(kind, row, facts);
      while (row.next()) {
        reader.read();
      }
    }
  }

  private String select(String columns, long first, long last) {
    return "SELECT %s%s WHERE %s BETWEEN %d AND %d"
        .formatted(columns, query, number(), first, last);
  }

  /** Reads one thing without the attributes on which the server fails. */
  private void readAround(long number) throws SQLException {
    Map<String, String> untold = new TreeMap<>();
    StringJoiner columns = new StringJoiner(", ");
    for (int i = 0; i < labels.size(); i++) {
      Optional<SQLException> failure = failure("c" + (i + 1), number);
      if (failure.isPresent()) {
        untold.put(labels.get(i), failure.get().getMessage());
      }
      columns.add(column(i, failure.isPresent()) + " AS \"%s\"".formatted(labels.get(i)));
    }
    read(columns.toString(), number, number);
    Address address = new Address(kind.catalog(), number / PARTS, (int) (number % PARTS));
    facts
        .at(address)
        .ifPresent(
            key ->
                untold.forEach(
                    (attribute, reason) ->
                        sentences.add(
                            "%s of %s, which the server cannot tell: %s"
                                .formatted(attribute, key, reason))));
  }

  private String column(int index, boolean untold) {
    if (!untold) {
      return "c" + (index + 1);
    }
    return types.get(index) == Types.ARRAY ? "NULL::text[]" : "'" + UNTOLD + "'::text";
  }

  private Optional<SQLException> failure(String column, long number) throws SQLException {
    Savepoint before = statement.getConnection().setSavepoint();
    try (ResultSet row = statement.executeQuery(select(column, number, number))) {
      row.next();
      return Optional.empty();
    } catch (SQLException e) {
      undo(before, e);
      return Optional.of(e);
    }
  }
}
