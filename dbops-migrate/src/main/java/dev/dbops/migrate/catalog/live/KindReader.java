package dev.dbops.migrate.catalog.live;

import dev.dbops.migrate.catalog.kind.CatalogKind;
import dev.dbops.migrate.catalog.snapshot.Fact;
import dev.dbops.migrate.catalog.snapshot.FactKey;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Types;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** Turns the rows of a kind's query into facts. */
final class KindReader {
  private final CatalogKind kind;
  private final ResultSet row;
  private final String[] labels;
  private final int[] types;
  private final boolean hasSubId;
  private final int firstAttribute;

  KindReader(CatalogKind kind, ResultSet row) throws SQLException {
    this.kind = kind;
    this.row = row;
    ResultSetMetaData columns = row.getMetaData();
    labels = new String[columns.getColumnCount() + 1];
    types = new int[labels.length];
    for (int i = 1; i < labels.length; i++) {
      labels[i] = columns.getColumnLabel(i).intern();
      types[i] = columns.getColumnType(i);
    }
    hasSubId = labels[2].equals("subid");
    firstAttribute = (hasSubId ? 3 : 2) + kind.nameParts();
  }

  /** Adds the thing of the current row. */
  void read(Facts facts) throws SQLException {
    List<String> name = new ArrayList<>(kind.nameParts());
    for (int i = firstAttribute - kind.nameParts(); i < firstAttribute; i++) {
      name.add(row.getString(i));
    }
    FactKey key = new FactKey(kind.name(), name);
    SortedMap<String, String> attributes = new TreeMap<>();
    List<String> members = List.of();
    List<String> acl = List.of();
    List<String> aclDefault = List.of();
    boolean hasAcl = false;
    String owner = "";
    boolean hidden = false;
    for (int i = firstAttribute; i < labels.length; i++) {
      switch (labels[i]) {
        case "hidden" -> hidden = row.getBoolean(i);
        case "members" -> members = texts(row.getArray(i));
        case "owner" -> owner = row.getString(i);
        case "acl" -> {
          Array array = row.getArray(i);
          hasAcl = array != null;
          acl = texts(array);
        }
        case "acl default" -> aclDefault = texts(row.getArray(i));
        default -> attribute(i, attributes);
      }
    }
    Address address =
        new Address(kind.catalog(), row.getLong(1), hasSubId ? row.getInt(2) : 0);
    if (!facts.know(address, key, kind.parents())) {
      return;
    }
    if (!hidden) {
      facts.add(new Fact(key, attributes, members));
    }
    if (!owner.isEmpty()) {
      facts.add(Fact.of(key.about("owner"), Map.of("role", owner)));
    }
    if (hasAcl) {
      Grants.facts(key, owner, acl, aclDefault).forEach(facts::add);
    }
  }

  private void attribute(int column, SortedMap<String, String> attributes) throws SQLException {
    if (types[column] == Types.ARRAY) {
      for (String option : texts(row.getArray(column))) {
        int equals = option.indexOf('=');
        attributes.put(
            labels[column] + ' ' + option.substring(0, equals), option.substring(equals + 1));
      }
      return;
    }
    String value = row.getString(column);
    if (value == null) {
      return;
    }
    if (types[column] == Types.BIT) {
      if (value.equals("t")) {
        attributes.put(labels[column], "true");
      }
    } else {
      attributes.put(labels[column], value);
    }
  }

  private static List<String> texts(@org.jspecify.annotations.Nullable Array array)
      throws SQLException {
    return array == null ? List.of() : List.of((String[]) array.getArray());
  }
}
