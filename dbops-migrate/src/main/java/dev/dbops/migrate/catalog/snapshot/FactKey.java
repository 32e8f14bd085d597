package dev.dbops.migrate.catalog.snapshot;

import java.util.ArrayList;
import java.util.List;

/**
 * What a fact is about: the kind of a thing and its name, from the outside in.
 *
 * @param kind such as {@code column}
 * @param name such as {@code [public, orders, total]}; of what is said about another thing, such as
 *     a comment, it begins with that thing's kind and name
 */
public record FactKey(String kind, List<String> name) implements Comparable<FactKey> {
  public FactKey {
    name = List.copyOf(name);
  }

  public static FactKey of(String kind, String... name) {
    return new FactKey(kind, List.of(name));
  }

  /** The key of a thing in another. */
  public static FactKey of(String kind, List<String> container, String simpleName) {
    String[] path = container.toArray(new String[container.size() + 1]);
    path[container.size()] = simpleName;
    return new FactKey(kind, List.of(path));
  }

  /**
   * The key of what is said about this thing.
   *
   * @param kind such as {@code grant}
   * @param more what tells it from others of its kind, such as the role it is given to
   */
  public FactKey about(String kind, String... more) {
    List<String> path = new ArrayList<>(name.size() + 1 + more.length);
    path.add(this.kind);
    path.addAll(name);
    path.addAll(List.of(more));
    return new FactKey(kind, path);
  }

  /** The key of a part of this thing. */
  public FactKey part(String kind, String simpleName) {
    return of(kind, name, simpleName);
  }

  /** The key of another thing of its kind in the same place. */
  public FactKey sibling(String simpleName) {
    return of(kind, container(), simpleName);
  }

  /** The last part of the name. */
  public String simpleName() {
    return name.get(name.size() - 1);
  }

  /** All parts of the name but the last. */
  public List<String> container() {
    return name.subList(0, name.size() - 1);
  }

  /** By kind, then by the parts of the name from the left. */
  @Override
  public int compareTo(FactKey other) {
    int order = kind.compareTo(other.kind);
    for (int i = 0; order == 0 && i < Math.min(name.size(), other.name.size()); i++) {
      order = name.get(i).compareTo(other.name.get(i));
    }
    return order != 0 ? order : Integer.compare(name.size(), other.name.size());
  }

  /** Such as {@code column public.orders.total}. */
  @Override
  public String toString() {
    return kind + " " + String.join(".", name);
  }
}
