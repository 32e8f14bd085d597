package dev.dbops.migrate.lint;

import com.grack.nanojson.JsonArray;
import com.grack.nanojson.JsonObject;
import com.grack.nanojson.JsonParser;
import com.grack.nanojson.JsonParserException;
import com.grack.nanojson.JsonWriter;
import dev.dbops.migrate.error.DbopsException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Findings that were there when dbops was introduced, and are not reported again. Written to a file
 * that is checked in; a finding is known by its rule, its changeset and its statement, not by its
 * line.
 */
public final class Baseline {
  private static final int VERSION = 1;
  private final List<Entry> entries;

  private record Entry(String rule, String changeSet, String fingerprint) {}

  private Baseline(List<Entry> entries) {
    this.entries = entries;
  }

  public static Baseline empty() {
    return new Baseline(List.of());
  }

  /** The findings of a report, with those that an earlier baseline knew. */
  public static Baseline of(LintReport report) {
    return new Baseline(
        Stream.concat(report.baselined().stream(), report.findings().stream())
            .map(
                finding ->
                    new Entry(
                        finding.rule().id(),
                        finding.changeSet().displayName(),
                        Fingerprint.of(finding)))
            .toList());
  }

  /**
   * Reads a baseline file.
   *
   * @throws DbopsException if it cannot be read
   */
  public static Baseline read(Path file) {
    try {
      JsonObject json = JsonParser.object().from(Files.readString(file));
      if (json.getInt("version") != VERSION) {
        throw new DbopsException(
            "The baseline " + file + " has version " + json.getInt("version"),
            "write it anew with this version of dbops, which knows version " + VERSION);
      }
      List<Entry> entries = new ArrayList<>();
      for (Object each : json.getArray("findings")) {
        JsonObject entry = (JsonObject) each;
        entries.add(
            new Entry(
                entry.getString("rule"),
                entry.getString("changeSet"),
                entry.getString("fingerprint")));
      }
      return new Baseline(entries);
    } catch (IOException | JsonParserException | ClassCastException unreadable) {
      throw new DbopsException(
          "The baseline " + file + " cannot be read: " + unreadable.getMessage(),
          "write it anew, or name another file",
          unreadable);
    }
  }

  /**
   * Writes the baseline, an entry a line, so that its differences can be read.
   *
   * @throws DbopsException if the file cannot be written
   */
  public void write(Path file) {
    JsonArray findings = new JsonArray();
    for (Entry entry : entries) {
      JsonObject json = new JsonObject();
      json.put("rule", entry.rule());
      json.put("changeSet", entry.changeSet());
      json.put("fingerprint", entry.fingerprint());
      findings.add(json);
    }
    JsonObject json = new JsonObject();
    json.put("version", VERSION);
    json.put("findings", findings);
    try {
      Path folder = file.toAbsolutePath().getParent();
      if (folder != null) {
        Files.createDirectories(folder);
      }
      Files.writeString(file, JsonWriter.indent("  ").string().object(json).done() + "\n");
    } catch (IOException unwritable) {
      throw new DbopsException(
          "The baseline " + file + " cannot be written: " + unwritable.getMessage(),
          "name another file",
          unwritable);
    }
  }

  public int size() {
    return entries.size();
  }

  /**
   * The findings, those that the baseline knows under {@code true}; each of its entries stands for
   * one finding.
   */
  Map<Boolean, List<Finding>> partition(List<Finding> findings) {
    if (entries.isEmpty()) {
      return Map.of(false, findings);
    }
    Map<String, Integer> left = new HashMap<>();
    entries.forEach(entry -> left.merge(entry.fingerprint(), 1, Integer::sum));
    return findings.stream()
        .collect(
            Collectors.partitioningBy(
                finding -> left.merge(Fingerprint.of(finding), -1, Integer::sum) >= 0));
  }
}
