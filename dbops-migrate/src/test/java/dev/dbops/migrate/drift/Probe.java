package dev.dbops.migrate.drift;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * One change of one schema, and the differences that it makes.
 *
 * @param title what is changed
 * @param first the first major version that knows it
 * @param last the last one
 * @param differs a line each, such as {@code changed column public.t.a: type}
 * @param byHand why no SQL of ours undoes it; empty where it does
 * @param onlyBack why no SQL of ours does it, though ours undoes it; empty where it does both
 * @param sql the change
 */
public record Probe(
    String title,
    int first,
    int last,
    List<String> differs,
    String byHand,
    String onlyBack,
    String sql) {
  private static final Pattern MARK =
      Pattern.compile("-- (probe|since|before|differs|by hand|only back) (.*)");

  /**
   * A file of probes: first the schema that all start from.
   *
   * @param given runs statement by statement on every server
   */
  public record Group(String name, String given, List<Probe> probes) {}

  public static List<Group> all() {
    try (Stream<Path> files = Files.list(Path.of("src/test/resources/drift/probes"))) {
      return files.sorted().map(Probe::read).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Group read(Path file) {
    try {
      List<String> parts = Arrays.asList(Files.readString(file).split("(?m)^(?=-- probe )"));
      return new Group(
          file.getFileName().toString().replace(".sql", ""),
          parts.get(0),
          parts.subList(1, parts.size()).stream().map(Probe::parse).toList());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Probe parse(String text) {
    String title = "";
    int first = 0;
    int last = Integer.MAX_VALUE;
    String byHand = "";
    String onlyBack = "";
    List<String> differs = new ArrayList<>();
    for (String line : text.lines().toList()) {
      Matcher mark = MARK.matcher(line);
      if (mark.matches()) {
        String value = mark.group(2).strip();
        switch (mark.group(1)) {
          case "probe" -> title = value;
          case "since" -> first = Integer.parseInt(value);
          case "before" -> last = Integer.parseInt(value) - 1;
          case "differs" -> differs.add(value);
          case "only back" -> onlyBack = value;
          default -> byHand = value;
        }
      }
    }
    return new Probe(
        title, first, last, List.copyOf(new TreeSet<>(differs)), byHand, onlyBack, text);
  }

  public boolean isFor(int major) {
    return first <= major && major <= last;
  }
}
