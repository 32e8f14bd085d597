package dev.dbops.migrate.catalog.live;

import dev.dbops.migrate.catalog.kind.CatalogKind;
import dev.dbops.migrate.catalog.kind.OwnerKind;
import dev.dbops.migrate.catalog.snapshot.Fact;
import dev.dbops.migrate.catalog.snapshot.FactKey;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** Turns the rows of a kind's query into facts. */
final class KindReader {
  private final CatalogKind kind;
  private final Facts facts;
  private final CatalogRow row;
  private final List<AttributeColumn> attributes = new ArrayList<>();

  KindReader(CatalogKind kind, ResultSet rows, Facts facts) throws SQLException {
    this.kind = kind;
    this.facts = facts;
    ResultSetMetaData columns = rows.getMetaData();
    Map<CatalogColumn, Integer> numbers = new EnumMap<>(CatalogColumn.class);
    for (int i = 1; i <= columns.getColumnCount(); i++) {
      String label = columns.getColumnLabel(i);
      Optional<CatalogColumn> column = CatalogColumn.labelled(label);
      if (column.isPresent()) {
        numbers.put(column.get(), i);
      } else {
        attributes.add(AttributeColumn.of(i, label, columns.getColumnType(i)));
      }
    }
    row = new CatalogRow(rows, numbers);
  }

  /** Adds the thing of the current row, unless it is a part of something that is not the user's. */
  void read() throws SQLException {
    Optional<FactKey> whole =
        facts.at(new Address(kind.parentCatalog(), row.number(CatalogColumn.PARENT), 0));
    if (row.has(CatalogColumn.PARENT) && whole.isEmpty()) {
      return;
    }
    String name = facts.shared(row.text(CatalogColumn.NAME).orElse(""));
    FactKey key = FactKey.of(kind.name(), whole.map(FactKey::name).orElse(List.of()), name);
    int part = (int) row.number(CatalogColumn.SUBID);
    Address address = new Address(kind.catalog(), row.number(CatalogColumn.OID), part);
    if (!facts.know(address, key)) {
      return;
    }
    Optional<String> owner = row.text(CatalogColumn.OWNER);
    Optional<String> usualOwner = row.text(CatalogColumn.OWNER_DEFAULT);
    if (row.is(CatalogColumn.HIDDEN)) {
      whole.ifPresent(thing -> facts.own(address, thing));
    } else {
      facts.add(new Fact(key, attributes(), row.texts(CatalogColumn.MEMBERS).orElse(List.of())));
      if (!owner.equals(usualOwner)) {
        owner.ifPresent(role -> facts.add(OwnerKind.fact(key, role, usualOwner)));
      }
    }
    if (kind.isMember()) {
      facts.addMember(whole.orElseThrow(), part, name);
    }
    link(key);
    Optional<List<String>> acl = row.texts(CatalogColumn.ACL);
    if (acl.isPresent()) {
      String grantor = (owner.isPresent() ? owner : row.text(CatalogColumn.ACL_OWNER)).orElse("");
      Grants.add(
          key,
          grantor,
          usualOwner.orElse(grantor),
          acl.get(),
          row.texts(CatalogColumn.ACL_DEFAULT).orElse(List.of()),
          facts);
    }
  }

  /** Remembers what it stands for and what it cannot be without. */
  private void link(FactKey key) throws SQLException {
    long index = row.number(CatalogColumn.INDEX);
    if (index != 0) {
      facts.own(new Address("pg_class", index, 0), key);
    }
    long needs = row.number(CatalogColumn.NEEDS);
    if (needs != 0) {
      facts
          .at(new Address("pg_class", needs, (int) row.number(CatalogColumn.NEEDS_PART)))
          .ifPresent(other -> facts.addDependency(key, other));
    }
  }

  private SortedMap<String, String> attributes() throws SQLException {
    SortedMap<String, String> values = new TreeMap<>();
    for (AttributeColumn column : attributes) {
      column.read(row, facts, values);
    }
    kind.complete(values);
    return facts.shared(values);
  }
}
