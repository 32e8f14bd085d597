package dev.dbops.migrate.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

class PersistentMapTest {
  /** Keys of which many share a hash. */
  private record Key(int value, int hash) {
    @Override
    public int hashCode() {
      return hash;
    }
  }

  @Test
  void holds_what_a_hash_map_holds_after_the_same_changes() {
    Random random = new Random(42);
    Map<Key, Integer> expected = new HashMap<>();
    PersistentMap<Key, Integer> map = PersistentMap.empty();

    for (int i = 0; i < 20_000; i++) {
      int value = random.nextInt(2_000);
      Key key = new Key(value, value % 700);
      if (random.nextInt(3) == 0) {
        expected.remove(key);
        map = map.remove(key);
      } else {
        expected.put(key, i);
        map = map.put(key, i);
      }
    }

    assertThat(map.size()).isEqualTo(expected.size());
    assertThat(map.keys()).containsExactlyInAnyOrderElementsOf(expected.keySet());
    assertThat(map.values()).containsExactlyInAnyOrderElementsOf(expected.values());
    for (Map.Entry<Key, Integer> entry : expected.entrySet()) {
      assertThat(map.get(entry.getKey())).contains(entry.getValue());
    }
  }

  @Test
  void leaves_every_earlier_copy_as_it_was() {
    List<PersistentMap<String, Integer>> copies = new ArrayList<>();
    PersistentMap<String, Integer> map = PersistentMap.empty();
    for (int i = 0; i < 300; i++) {
      copies.add(map);
      map = map.put("key " + i, i);
    }
    for (int i = 0; i < 300; i++) {
      map = map.remove("key " + i);
    }

    assertThat(map.size()).isZero();
    for (int i = 0; i < 300; i++) {
      assertThat(copies.get(i).size()).isEqualTo(i);
      assertThat(copies.get(i).get("key " + i)).isEqualTo(Optional.empty());
      assertThat(copies.get(i).values()).doesNotContain(i);
    }
  }

  @Test
  void gives_the_same_map_when_there_is_nothing_to_remove() {
    PersistentMap<String, Integer> map = PersistentMap.<String, Integer>empty().put("a", 1);

    assertThat(map.remove("b")).isSameAs(map);
  }
}
