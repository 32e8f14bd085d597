package dev.dbops.migrate.catalog.live;

import dev.dbops.migrate.catalog.kind.CatalogKind;
import dev.dbops.migrate.catalog.kind.OwnerKind;
import dev.dbops.migrate.catalog.kind.SecretOption;
import dev.dbops.migrate.catalog.snapshot.Fact;
import dev.dbops.migrate.catalog.snapshot.FactKey;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Types;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Turns the rows of a kind's query into facts. */
final class KindReader {
  private final CatalogKind kind;
  private final Facts facts;
  private final ResultSet row;
  private final String[] labels;
  private final int[] types;

  KindReader(CatalogKind kind, ResultSet row, Facts facts) throws SQLException {
    this.kind = kind;
    this.facts = facts;
    this.row = row;
    ResultSetMetaData columns = row.getMetaData();
    labels = new String[columns.getColumnCount() + 1];
    types = new int[labels.length];
    for (int i = 1; i < labels.length; i++) {
      labels[i] = columns.getColumnLabel(i).intern();
      types[i] = columns.getColumnType(i);
    }
  }

  /** Adds the thing of the current row, unless it is a part of something that is not the user's. */
  void read() throws SQLException {
    long oid = 0;
    int part = 0;
    List<String> container = List.of();
    @Nullable FactKey whole = null;
    String name = "";
    SortedMap<String, String> attributes = new TreeMap<>();
    List<String> members = List.of();
    Optional<List<String>> acl = Optional.empty();
    List<String> aclDefault = List.of();
    String owner = "";
    String grantor = "";
    @Nullable String ownerByDefault = null;
    boolean hidden = false;
    long index = 0;
    long needs = 0;
    int neededPart = 0;
    for (int i = 1; i < labels.length; i++) {
      switch (labels[i]) {
        case "oid" -> oid = row.getLong(i);
        case "subid" -> part = row.getInt(i);
        case "parent" -> {
          Optional<FactKey> parent = facts.at(new Address(kind.parentCatalog(), row.getLong(i), 0));
          if (parent.isEmpty()) {
            return;
          }
          container = parent.get().name();
          whole = parent.get();
        }
        case "name" -> name = row.getString(i);
        case "owner" -> owner = row.getString(i);
        case "owner default" -> ownerByDefault = row.getString(i);
        case "acl owner" -> grantor = Objects.requireNonNullElse(row.getString(i), "");
        case "acl" -> acl = texts(i);
        case "acl default" -> aclDefault = texts(i).orElse(List.of());
        case "members" -> members = texts(i).orElse(List.of());
        case "index" -> index = row.getLong(i);
        case "needs" -> needs = row.getLong(i);
        case "needs part" -> neededPart = row.getInt(i);
        case "hidden" -> hidden = row.getBoolean(i);
        default -> addAttribute(i, attributes);
      }
    }
    FactKey key = FactKey.of(kind.name(), container, name);
    Address address = new Address(kind.catalog(), oid, part);
    if (!facts.know(address, key)) {
      return;
    }
    if (hidden && whole != null) {
      facts.own(address, whole);
    }
    if (index != 0) {
      facts.own(new Address("pg_class", index, 0), key);
    }
    if (needs != 0) {
      facts
          .at(new Address("pg_class", needs, neededPart))
          .ifPresent(other -> facts.addDependency(key, other));
    }
    if (!hidden) {
      facts.add(new Fact(key, attributes, members));
    }
    if (!owner.isEmpty() && !owner.equals(ownerByDefault) && !hidden) {
      facts.add(OwnerKind.fact(key, owner, Optional.ofNullable(ownerByDefault)));
    }
    if (acl.isPresent()) {
      String granting = owner.isEmpty() ? grantor : owner;
      String usually = Objects.requireNonNullElse(ownerByDefault, granting);
      Grants.add(key, granting, usually, acl.get(), aclDefault, facts);
    }
  }

  private void addAttribute(int column, SortedMap<String, String> attributes) throws SQLException {
    if (types[column] == Types.ARRAY) {
      for (String option : texts(column).orElse(List.of())) {
        int equals = option.indexOf('=');
        String name = option.substring(0, equals);
        attributes.put(
            labels[column] + ' ' + name,
            SecretOption.isSecret(name) ? SecretOption.HIDDEN : option.substring(equals + 1));
      }
      return;
    }
    @Nullable String value = row.getString(column);
    if (value == null) {
      return;
    }
    if (types[column] == Types.BIT) {
      if (value.equals("t")) {
        attributes.put(labels[column], "true");
      }
    } else {
      attributes.put(labels[column], facts.shared(value));
    }
  }

  private Optional<List<String>> texts(int column) throws SQLException {
    Array array = row.getArray(column);
    return array == null ? Optional.empty() : Optional.of(List.of((String[]) array.getArray()));
  }
}
