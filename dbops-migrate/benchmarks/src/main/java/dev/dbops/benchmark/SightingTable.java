package dev.dbops.benchmark;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.function.Predicate;

/**
 * Sightings as Markdown.
 *
 * @param oracle says whether two databases differ at all
 * @param ours may miss nothing and report nothing false
 */
record SightingTable(
    List<SchemaTool> tools, SchemaTool oracle, SchemaTool ours, List<Sighting> sightings) {
  /** A row for each kind, and what each tool has reported of schemas made twice. */
  String text() {
    List<String> lines = new ArrayList<>();
    lines.add(row("kind", "mutations", tools.stream().map(SchemaTool::name).toList()));
    lines.add(row("---", "--:", tools.stream().map(tool -> "--:").toList()));
    List<Sighting> mutations = sightings.stream().filter(Sighting::mutation).toList();
    for (String kind : new TreeSet<>(mutations.stream().map(Sighting::kind).toList())) {
      lines.add(counts(kind, mutations.stream().filter(s -> s.kind().equals(kind)).toList()));
    }
    lines.add(counts("**all**", mutations));
    lines.add(
        counts(
            "reported where nothing is mutated",
            sightings.stream().filter(Predicate.not(Sighting::mutation)).toList()));
    return String.join("\n", lines);
  }

  /** One list for each question that the figures leave open. */
  String open() {
    List<String> lines = new ArrayList<>();
    for (SchemaTool tool : tools) {
      add(lines, tool.name() + " ends with an error", s -> s.of(tool) == Sighting.Outcome.FAILED);
    }
    add(lines, ours.name() + " does not see", s -> s.mutation() && !s.differsFor(ours));
    add(lines, oracle.name() + " does not see", s -> s.mutation() && !s.differsFor(oracle));
    for (SchemaTool tool : tools) {
      add(
          lines,
          tool.name() + " reports, though nothing is mutated",
          s -> !s.mutation() && s.differsFor(tool));
    }
    return String.join("\n", lines);
  }

  /** The mutations that we miss, and the equal schemas that we take for different. */
  List<String> faults() {
    return sightings.stream()
        .filter(sighting -> sighting.mutation() != sighting.differsFor(ours))
        .map(SightingTable::line)
        .toList();
  }

  private String counts(String kind, List<Sighting> of) {
    return row(
        kind,
        String.valueOf(of.size()),
        tools.stream()
            .map(tool -> of.stream().filter(sighting -> sighting.differsFor(tool)).count())
            .map(String::valueOf)
            .toList());
  }

  private static String row(String kind, String mutations, List<String> cells) {
    return "| %s | %s | %s |".formatted(kind, mutations, String.join(" | ", cells));
  }

  private void add(List<String> lines, String head, Predicate<Sighting> which) {
    List<String> found = sightings.stream().filter(which).map(SightingTable::line).toList();
    lines.add("%n%s (%d):".formatted(head, found.size()));
    lines.addAll(found);
  }

  private static String line(Sighting sighting) {
    return "- " + sighting.kind() + ": " + sighting.title();
  }
}
