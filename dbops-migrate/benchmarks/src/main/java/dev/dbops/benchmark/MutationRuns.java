package dev.dbops.benchmark;

import dev.dbops.migrate.catalog.live.VersionedLines;
import dev.dbops.migrate.drift.Probe;
import dev.dbops.migrate.scratch.EmbeddedProvider;
import dev.dbops.migrate.scratch.ScratchDatabase;
import dev.dbops.migrate.scratch.ScratchServer;
import dev.dbops.migrate.testing.Tablespace;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Which tools see which mutations of a schema: each of those by which the tests of drift are made,
 * each in a copy of the schema it starts from, shown to all tools. Ends with an error if dbops
 * misses one or takes a schema that was made twice for two. Give it the names of the groups, if not
 * all.
 */
public final class MutationRuns {
  private static final SchemaTool ORACLE = new PgDumpTool();
  private static final SchemaTool DBOPS = new DbopsTool();
  private static final List<SchemaTool> TOOLS =
      List.of(ORACLE, new LiquibaseTool(), new PgCodeKeeperTool(), DBOPS);

  private static final Path MEMORY = Path.of("/dev/shm");
  private static final long MEMORY_NEEDED = 4L << 30;

  private final ScratchServer server;
  private final List<Sighting> sightings = new ArrayList<>();
  private final Map<String, Double> seconds = new LinkedHashMap<>();
  private int unknown;

  private MutationRuns(ScratchServer server) {
    this.server = server;
  }

  public static void main(String[] groups) throws Exception {
    try (ScratchServer server = server()) {
      MutationRuns runs = new MutationRuns(server);
      Tablespace.make("dbops_probe_space", server);
      for (Probe.Group group : Probe.all()) {
        if (groups.length == 0 || Set.of(groups).contains(group.name())) {
          runs.run(group);
        }
      }
      runs.report();
    }
  }

  /** A server that creates a database in a tenth of the time, where there is a place in memory. */
  private static ScratchServer server() {
    EmbeddedProvider provider = EmbeddedProvider.fromClassPath();
    return (MEMORY.toFile().getUsableSpace() >= MEMORY_NEEDED
            ? provider.withDataUnder(MEMORY)
            : provider)
        .start();
  }

  /** The tools read a copy, since nobody may be connected to what others are copied from. */
  private void run(Probe.Group group) throws Exception {
    String given = VersionedLines.forMajor(group.given(), server.majorVersion());
    try (ScratchDatabase base = server.create()) {
      base.execute(given);
      try (ScratchDatabase read = server.copyOf(base)) {
        Map<SchemaTool, SchemaTool.Comparison> comparisons = new LinkedHashMap<>();
        for (SchemaTool tool : TOOLS) {
          comparisons.put(tool, with(read, tool));
        }
        try (ScratchDatabase again = server.create()) {
          again.execute(given);
          look(group.name(), Sighting.MADE_TWICE, false, comparisons, again);
        }
        for (Probe probe : group.probes()) {
          look(group, probe, base, comparisons);
        }
        for (SchemaTool.Comparison comparison : comparisons.values()) {
          comparison.close();
        }
      }
    }
  }

  private static SchemaTool.Comparison with(ScratchDatabase given, SchemaTool tool) {
    try {
      return tool.with(given);
    } catch (Exception e) {
      return other -> {
        throw e;
      };
    }
  }

  private void look(
      Probe.Group group,
      Probe probe,
      ScratchDatabase base,
      Map<SchemaTool, SchemaTool.Comparison> comparisons)
      throws SQLException {
    if (!probe.isFor(server.majorVersion())) {
      unknown++;
      return;
    }
    try (ScratchDatabase mutated = server.copyOf(base)) {
      mutated.execute(VersionedLines.forMajor(probe.sql(), server.majorVersion()));
      look(group.name(), probe.title(), !probe.differs().isEmpty(), comparisons, mutated);
    }
  }

  private void look(
      String kind,
      String title,
      boolean mutation,
      Map<SchemaTool, SchemaTool.Comparison> comparisons,
      ScratchDatabase mutated) {
    Map<String, Sighting.Outcome> outcomes = new LinkedHashMap<>();
    comparisons.forEach(
        (tool, comparison) -> {
          long started = System.nanoTime();
          outcomes.put(tool.name(), outcome(tool, comparison, mutated, kind + ": " + title));
          seconds.merge(tool.name(), (System.nanoTime() - started) / 1e9, Double::sum);
        });
    sightings.add(new Sighting(kind, title, mutation, outcomes));
  }

  private static Sighting.Outcome outcome(
      SchemaTool tool, SchemaTool.Comparison comparison, ScratchDatabase mutated, String what) {
    try {
      return comparison.differs(mutated) ? Sighting.Outcome.DIFFERS : Sighting.Outcome.EQUAL;
    } catch (Exception e) {
      System.err.println(what + ": " + tool.name() + " has failed: " + e);
      return Sighting.Outcome.FAILED;
    }
  }

  private void report() {
    SightingTable table = new SightingTable(TOOLS, ORACLE, DBOPS, sightings);
    System.out.println(table.text());
    System.out.println(table.open());
    System.out.printf(
        "%n%d mutations are not known to %s. Seconds in all: %s%n", unknown, server, seconds);
    if (!table.faults().isEmpty()) {
      throw new IllegalStateException(
          "dbops is wrong about:\n" + String.join("\n", table.faults()));
    }
  }
}
