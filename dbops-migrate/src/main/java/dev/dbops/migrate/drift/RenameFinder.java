package dev.dbops.migrate.drift;

import dev.dbops.migrate.catalog.kind.CatalogKind;
import dev.dbops.migrate.catalog.kind.FactKind;
import dev.dbops.migrate.catalog.kind.FactKinds;
import dev.dbops.migrate.catalog.snapshot.CatalogSnapshot;
import dev.dbops.migrate.catalog.snapshot.Fact;
import dev.dbops.migrate.catalog.snapshot.FactKey;
import dev.dbops.migrate.sql.SqlIdentifier;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** Finds what is missing among what is there unexpectedly, by all that is said of it. */
final class RenameFinder {
  private final CatalogSnapshot expected;
  private final CatalogSnapshot actual;
  private final FactGraph wanted;
  private final FactGraph found;

  private RenameFinder(CatalogSnapshot expected, CatalogSnapshot actual) {
    this.expected = expected;
    this.actual = actual;
    wanted = FactGraph.of(expected);
    found = FactGraph.of(actual);
  }

  /**
   * What a thing is, but for its name.
   *
   * @param position how many columns that both have stand before it; 0 if it is no column
   * @param parts of it, columns with their names and others without
   */
  private record Shape(
      String kind,
      List<String> container,
      SortedMap<String, String> content,
      List<String> members,
      long position,
      List<String> parts) {}

  static List<Rename> find(
      Collection<Difference> differences, CatalogSnapshot expected, CatalogSnapshot actual) {
    List<FactKey> missing = keys(differences, Difference.Missing.class);
    List<FactKey> unexpected = keys(differences, Difference.Unexpected.class);
    return missing.isEmpty() || unexpected.isEmpty()
        ? List.of()
        : new RenameFinder(expected, actual).find(missing, unexpected);
  }

  private static List<FactKey> keys(
      Collection<Difference> differences, Class<? extends Difference> type) {
    return differences.stream().filter(type::isInstance).map(Difference::key).toList();
  }

  private List<Rename> find(List<FactKey> missing, List<FactKey> unexpected) {
    Map<Shape, List<FactKey>> wantedOnes = new HashMap<>();
    for (FactKey key : missing) {
      shape(key, expected, actual, wanted)
          .ifPresent(shape -> wantedOnes.computeIfAbsent(shape, s -> new ArrayList<>()).add(key));
    }
    Map<Shape, List<FactKey>> foundOnes = new HashMap<>();
    for (FactKey key : unexpected) {
      shape(key, actual, expected, found)
          .ifPresent(shape -> foundOnes.computeIfAbsent(shape, s -> new ArrayList<>()).add(key));
    }
    List<Rename> renames = new ArrayList<>();
    for (Map.Entry<Shape, List<FactKey>> each : wantedOnes.entrySet()) {
      List<FactKey> others = foundOnes.getOrDefault(each.getKey(), List.of());
      if (each.getValue().size() == 1 && others.size() == 1) {
        rename(each.getValue().get(0), others.get(0)).ifPresent(renames::add);
      }
    }
    renames.sort((a, b) -> a.expected().compareTo(b.expected()));
    return List.copyOf(renames);
  }

  private static Optional<Rename> rename(FactKey expected, FactKey actual) {
    FactKind kind = FactKinds.named(expected.kind());
    return kind.rename(actual, expected)
        .flatMap(
            ofDatabase ->
                kind.rename(expected, actual)
                    .map(ofMigrations -> new Rename(expected, actual, ofDatabase, ofMigrations)));
  }

  private static Optional<Shape> shape(
      FactKey key, CatalogSnapshot here, CatalogSnapshot there, FactGraph graph) {
    if (!(FactKinds.named(key.kind()) instanceof CatalogKind)) {
      return Optional.empty();
    }
    Fact fact = here.fact(key).orElseThrow();
    OwnName own = OwnName.of(key);
    List<String> parts = new ArrayList<>();
    addParts(key, here, graph, own, parts);
    parts.sort(null);
    return Optional.of(
        new Shape(
            key.kind(),
            key.container(),
            content(fact, own),
            fact.members(),
            position(key, here, there),
            parts));
  }

  private static void addParts(
      FactKey key, CatalogSnapshot in, FactGraph graph, OwnName own, List<String> parts) {
    Set<String> members = new HashSet<>(in.fact(key).orElseThrow().members());
    for (FactKey part : graph.parts(key)) {
      if (FactKinds.named(part.kind()) instanceof CatalogKind) {
        Fact fact = in.fact(part).orElseThrow();
        String name = members.contains(part.simpleName()) ? part.simpleName() : "";
        parts.add(part.kind() + " " + name + content(fact, own, OwnName.of(part)) + fact.members());
        addParts(part, in, graph, own, parts);
      }
    }
  }

  private static SortedMap<String, String> content(Fact fact, OwnName... names) {
    SortedMap<String, String> content = new TreeMap<>(fact.content());
    for (OwnName name : names) {
      content.replaceAll(name::without);
    }
    return content;
  }

  /** A name that is no part of the shape: some definitions begin with it. */
  private record OwnName(Pattern simple, Pattern qualified) {
    static OwnName of(FactKey key) {
      String simple = SqlIdentifier.quote(key.simpleName());
      return new OwnName(word(simple), word(SqlIdentifier.quote(key.name().get(0)) + "." + simple));
    }

    private static Pattern word(String name) {
      return Pattern.compile("(?<![\\w\"])" + Pattern.quote(name) + "(?![\\w\"])");
    }

    /** A table that refers to itself says so by its name in full. */
    String without(String attribute, String value) {
      String text = qualified.matcher(value).replaceAll(" ");
      return attribute.equals("definition") ? simple.matcher(text).replaceFirst(" ") : text;
    }
  }

  private static long position(FactKey key, CatalogSnapshot here, CatalogSnapshot there) {
    return FactKinds.named(key.kind())
        .parent(key, here)
        .map(
            parent -> {
              List<String> members = here.fact(parent).orElseThrow().members();
              Set<String> common =
                  new HashSet<>(there.fact(parent).map(Fact::members).orElse(List.of()));
              return members.subList(0, Math.max(0, members.indexOf(key.simpleName()))).stream()
                  .filter(common::contains)
                  .count();
            })
        .orElse(0L);
  }
}
