package dev.dbops.migrate.catalog;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * An immutable hash map whose changed copies share all but a few nodes with it, so that every state
 * of a replay can be kept, and returned to, for the price of its changes. Its order is arbitrary
 * but always the same for the same keys.
 *
 * @see <a href="https://en.wikipedia.org/wiki/Hash_array_mapped_trie">Hash array mapped trie</a>
 */
final class PersistentMap<K, V> {
  private static final int BITS = 5;
  private static final int MASK = (1 << BITS) - 1;
  private static final PersistentMap<?, ?> EMPTY =
      new PersistentMap<>(new Branch<>(0, List.of()), 0);

  private sealed interface Node<K, V> {}

  /** Up to 32 children, for the bits of the bitmap that are set, in their order. */
  private record Branch<K, V>(int bitmap, List<Node<K, V>> children) implements Node<K, V> {
    int index(int bit) {
      return Integer.bitCount(bitmap & (bit - 1));
    }
  }

  /** The entries of one hash: nearly always one. */
  private record Leaf<K, V>(int hash, List<Map.Entry<K, V>> entries) implements Node<K, V> {}

  private final Branch<K, V> root;
  private final int size;

  private PersistentMap(Branch<K, V> root, int size) {
    this.root = root;
    this.size = size;
  }

  @SuppressWarnings("unchecked")
  static <K, V> PersistentMap<K, V> empty() {
    return (PersistentMap<K, V>) EMPTY;
  }

  int size() {
    return size;
  }

  boolean containsKey(K key) {
    return get(key).isPresent();
  }

  Optional<V> get(K key) {
    int hash = spread(key);
    Node<K, V> node = root;
    int shift = 0;
    while (node instanceof Branch<K, V> branch) {
      int bit = bit(hash, shift);
      if ((branch.bitmap & bit) == 0) {
        return Optional.empty();
      }
      node = branch.children.get(branch.index(bit));
      shift += BITS;
    }
    Leaf<K, V> leaf = (Leaf<K, V>) node;
    for (Map.Entry<K, V> entry : leaf.entries) {
      if (entry.getKey().equals(key)) {
        return Optional.of(entry.getValue());
      }
    }
    return Optional.empty();
  }

  PersistentMap<K, V> put(K key, V value) {
    int grown = containsKey(key) ? size : size + 1;
    return new PersistentMap<>(put(root, spread(key), 0, Map.entry(key, value)), grown);
  }

  PersistentMap<K, V> remove(K key) {
    return containsKey(key)
        ? new PersistentMap<>(remove(root, spread(key), 0, key), size - 1)
        : this;
  }

  void forEachValue(Consumer<? super V> action) {
    forEach(root, entry -> action.accept(entry.getValue()));
  }

  List<V> values() {
    List<V> values = new ArrayList<>(size);
    forEachValue(values::add);
    return values;
  }

  List<K> keys() {
    List<K> keys = new ArrayList<>(size);
    forEach(root, entry -> keys.add(entry.getKey()));
    return keys;
  }

  private static <K, V> void forEach(Node<K, V> node, Consumer<Map.Entry<K, V>> action) {
    if (node instanceof Branch<K, V> branch) {
      branch.children.forEach(child -> forEach(child, action));
    } else if (node instanceof Leaf<K, V> leaf) {
      leaf.entries.forEach(action);
    }
  }

  private static <K, V> Branch<K, V> put(
      Branch<K, V> branch, int hash, int shift, Map.Entry<K, V> entry) {
    int bit = bit(hash, shift);
    int index = branch.index(bit);
    List<Node<K, V>> children = new ArrayList<>(branch.children);
    if ((branch.bitmap & bit) == 0) {
      children.add(index, new Leaf<>(hash, List.of(entry)));
    } else {
      children.set(index, put(children.get(index), hash, shift + BITS, entry));
    }
    return new Branch<>(branch.bitmap | bit, children);
  }

  private static <K, V> Node<K, V> put(
      Node<K, V> node, int hash, int shift, Map.Entry<K, V> entry) {
    if (node instanceof Branch<K, V> branch) {
      return put(branch, hash, shift, entry);
    }
    Leaf<K, V> leaf = (Leaf<K, V>) node;
    if (leaf.hash == hash) {
      List<Map.Entry<K, V>> entries = new ArrayList<>(leaf.entries);
      entries.removeIf(each -> each.getKey().equals(entry.getKey()));
      entries.add(entry);
      return new Leaf<>(hash, entries);
    }
    Branch<K, V> split = new Branch<>(bit(leaf.hash, shift), List.of(leaf));
    return put(split, hash, shift, entry);
  }

  private static <K, V> Branch<K, V> remove(Branch<K, V> branch, int hash, int shift, K key) {
    int bit = bit(hash, shift);
    int index = branch.index(bit);
    List<Node<K, V>> children = new ArrayList<>(branch.children);
    Node<K, V> child = children.get(index);
    if (child instanceof Branch<K, V> inner) {
      children.set(index, remove(inner, hash, shift + BITS, key));
      return new Branch<>(branch.bitmap, children);
    }
    List<Map.Entry<K, V>> entries = new ArrayList<>(((Leaf<K, V>) child).entries);
    entries.removeIf(each -> each.getKey().equals(key));
    if (entries.isEmpty()) {
      children.remove(index);
      return new Branch<>(branch.bitmap & ~bit, children);
    }
    children.set(index, new Leaf<>(hash, entries));
    return new Branch<>(branch.bitmap, children);
  }

  private static int bit(int hash, int shift) {
    return 1 << ((hash >>> shift) & MASK);
  }

  private static int spread(Object key) {
    int hash = key.hashCode() * 0x9E3779B9;
    return hash ^ (hash >>> 16);
  }
}
