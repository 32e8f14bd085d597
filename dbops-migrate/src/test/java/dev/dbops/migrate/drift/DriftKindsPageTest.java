package dev.dbops.migrate.drift;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dbops.migrate.catalog.kind.FactKind;
import dev.dbops.migrate.catalog.kind.FactKinds;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** Run with {@code -Ddbops.docs=write} this test writes the page that it otherwise compares. */
class DriftKindsPageTest {
  private static final Path PAGE = Path.of("../docs/drift-kinds.md");

  /**
   * Kinds without probes of their own: default privileges are told as grants, and a database with a
   * subscription cannot be copied and the positions of sequences are read only where they are asked
   * for, so that tests of their own prove them.
   */
  private static final Set<String> WITHOUT_PROBES =
      Set.of(
          "default privileges",
          "default privileges in schema",
          "sequence position",
          "subscription");

  @Test
  void the_page_of_kinds_is_up_to_date() throws IOException {
    String page = page();

    if ("write".equals(System.getProperty("dbops.docs"))) {
      Files.writeString(PAGE, page);
    }
    assertThat(PAGE)
        .as(
            "write it with: mvn -pl dbops-migrate test -Dtest=DriftKindsPageTest"
                + " -Ddbops.docs=write")
        .hasContent(page);
  }

  @Test
  void each_kind_is_proven_by_a_probe() {
    Set<String> probed = new TreeSet<>(WITHOUT_PROBES);
    Probe.all()
        .forEach(
            group ->
                group
                    .probes()
                    .forEach(
                        probe ->
                            probe.differs().forEach(line -> kind(line).ifPresent(probed::add))));

    assertThat(FactKinds.all()).extracting(FactKind::name).isSubsetOf(probed);
  }

  private static String page() {
    Map<String, Set<String>> attributes = new TreeMap<>();
    FactKinds.all().forEach(kind -> attributes.put(kind.name(), new TreeSet<>()));
    for (Probe.Group group : Probe.all()) {
      for (Probe probe : group.probes()) {
        for (String line : probe.differs()) {
          kind(line)
              .ifPresent(
                  kind ->
                      attributes
                          .computeIfAbsent(kind, same -> new TreeSet<>())
                          .addAll(changed(line)));
        }
      }
    }
    StringBuilder page =
        new StringBuilder(
            """
            # Kinds of things that drift is told of

            Each line is proven by changes of a live database that have to be seen as what they are and as nothing else, and be undone by \
            the repair. The attributes are those of which such a change is tested. Of each kind dbops also sees what is missing and what \
            is not expected.

            | Kind | Attributes |
            |---|---|
            """);
    attributes.forEach(
        (kind, names) -> page.append("| %s | %s |%n".formatted(kind, String.join(", ", names))));
    return page.toString();
  }

  /** The kind in a line such as {@code changed not null constraint public.t.c: name}. */
  private static Optional<String> kind(String line) {
    String rest = line.substring(line.indexOf(' ') + 1);
    return FactKinds.all().stream()
        .map(FactKind::name)
        .filter(name -> rest.startsWith(name + " "))
        .max(Comparator.comparing(String::length));
  }

  private static Set<String> changed(String line) {
    int colon = line.lastIndexOf(": ");
    return line.startsWith("changed ") && colon > 0
        ? new TreeSet<>(Set.of(line.substring(colon + 2).split(", ")))
        : Set.of();
  }
}
