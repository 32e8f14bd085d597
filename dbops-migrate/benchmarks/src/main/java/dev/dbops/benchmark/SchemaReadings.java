package dev.dbops.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.DoubleSummaryStatistics;
import java.util.List;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * What readings of one schema by one reader have cost.
 *
 * @param seconds of each reading, the first of a new process first
 * @param peakMegabytes the most memory that the process held at a time, as the system counts it; 0
 *     where it does not say
 */
record SchemaReadings(List<Double> seconds, int peakMegabytes) {
  static final SchemaReadings NONE = new SchemaReadings(List.of(), 0);

  private static final String PEAK = "peak ";

  /** Reads in this JVM. Give it the reader, the URL and how often. */
  public static void main(String[] arguments) throws Exception {
    SchemaReader reader = SchemaReader.valueOf(arguments[0]);
    PGSimpleDataSource database = new PGSimpleDataSource();
    database.setUrl(arguments[1]);
    for (int i = Integer.parseInt(arguments[2]); i > 0; i--) {
      long started = System.nanoTime();
      if (reader.read(database) == 0) {
        throw new IllegalStateException(reader + " has found nothing");
      }
      System.out.println((System.nanoTime() - started) / 1e9);
    }
    System.out.println(PEAK + peakMegabytes(ProcessHandle.current()));
  }

  /** Reads several times in one new JVM. */
  static SchemaReadings inJvm(SchemaReader reader, String url, int times, String... options)
      throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of(options));
    command.addAll(List.of("-cp", System.getProperty("java.class.path")));
    command.add(SchemaReadings.class.getName());
    command.addAll(List.of(reader.name(), url, String.valueOf(times)));
    Path errors = Files.createTempFile("readings", ".err");
    Process process = new ProcessBuilder(command).redirectError(errors.toFile()).start();
    List<String> lines = process.inputReader().lines().toList();
    if (process.waitFor() != 0) {
      throw new IOException(reader + " has failed: see " + errors);
    }
    Files.delete(errors);
    int last = lines.size() - 1;
    return new SchemaReadings(
        lines.subList(last - times, last).stream().map(Double::valueOf).toList(),
        Integer.parseInt(lines.get(last).substring(PEAK.length())));
  }

  /** Dumps the schema once in a new process; it writes into a file, which nobody reads. */
  static SchemaReadings ofPgDump(String url) throws IOException, InterruptedException {
    Path dump = Files.createTempFile("schema", ".sql");
    long started = System.nanoTime();
    Process process =
        new ProcessBuilder(
                "pg_dump", "-s", "-f", dump.toString(), "-d", url.substring("jdbc:".length()))
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    int code = process.waitFor();
    double seconds = (System.nanoTime() - started) / 1e9;
    if (code != 0 || Files.size(dump) == 0) {
      throw new IOException("pg_dump has failed with exit code " + code);
    }
    Files.delete(dump);
    return new SchemaReadings(List.of(seconds), 0);
  }

  SchemaReadings and(SchemaReadings others) {
    List<Double> all = new ArrayList<>(seconds);
    all.addAll(others.seconds);
    return new SchemaReadings(List.copyOf(all), Math.max(peakMegabytes, others.peakMegabytes));
  }

  /** The one for which classes are loaded and nothing is compiled yet. */
  SchemaReadings first() {
    return new SchemaReadings(seconds.subList(0, 1), peakMegabytes);
  }

  SchemaReadings afterFirst() {
    return new SchemaReadings(seconds.subList(1, seconds.size()), peakMegabytes);
  }

  double median() {
    return seconds.stream().sorted().toList().get(seconds.size() / 2);
  }

  /** The quickest and the slowest, as one would read it. */
  String range() {
    DoubleSummaryStatistics all =
        seconds.stream().mapToDouble(Double::doubleValue).summaryStatistics();
    return "%.2f to %.2f s".formatted(all.getMin(), all.getMax());
  }

  private static int peakMegabytes(ProcessHandle process) throws IOException {
    Path status = Path.of("/proc/" + process.pid() + "/status");
    if (!Files.isReadable(status)) {
      return 0;
    }
    return Files.readAllLines(status).stream()
        .filter(line -> line.startsWith("VmHWM:"))
        .mapToInt(line -> Integer.parseInt(line.replaceAll("\\D", "")) / 1024)
        .findFirst()
        .orElse(0);
  }
}
