package dev.dbops.migrate.catalog.snapshot;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What the catalogs say of one thing: a table, a column, a grant. Two databases have the same
 * schema if they have equal facts.
 *
 * @param attributes by their names; what the server takes when nothing is said is left out; one
 *     whose name begins with {@value #SQL} serves to make the thing and says nothing that others do
 *     not say
 * @param members where their order matters: the labels of an enum, the columns of a table
 */
public record Fact(FactKey key, SortedMap<String, String> attributes, List<String> members) {
  /** How the names of attributes begin that are no part of what is compared. */
  public static final String SQL = "sql ";

  public Fact {
    attributes = Collections.unmodifiableSortedMap(attributes);
    members = List.copyOf(members);
  }

  public static Fact of(FactKey key, Map<String, String> attributes) {
    return new Fact(key, new TreeMap<>(attributes), List.of());
  }

  /** The value of an attribute; empty if it has what the server takes when nothing is said. */
  public Optional<String> attribute(String name) {
    return Optional.ofNullable(attributes.get(name));
  }

  /** The attributes that facts are compared by. */
  public SortedMap<String, String> content() {
    if (attributes.tailMap(SQL).isEmpty()) {
      return attributes;
    }
    SortedMap<String, String> content = new TreeMap<>(attributes);
    content.keySet().removeIf(name -> name.startsWith(SQL));
    return content;
  }

  /** Whether an attribute that says yes or no says yes. */
  public boolean is(String name) {
    return "true".equals(attributes.get(name));
  }

  /** A number of its content: equal for equal facts, whatever server they come from. */
  public String hash() {
    return ContentHash.of(List.of(this));
  }
}
