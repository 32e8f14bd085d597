package dev.dbops.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * What a build waits for: the executable jar in a JVM of its own, once for one changed file in a
 * repository of 1,000 and once for 10,000 files. Give it the jar.
 */
public final class ColdRuns {
  private static final int RUNS = 7;

  private ColdRuns() {}

  public static void main(String[] arguments) throws IOException, InterruptedException {
    Path jar = Path.of(arguments[0]).toAbsolutePath();
    Path repository = repository(Path.of("target/repository-1000").toAbsolutePath());
    measure("one changed file of 1,000", repository, lint(jar, "--since=HEAD"));
    measure(
        "one changed file of 1,000, with the options for short runs",
        repository,
        lint(jar, "--since=HEAD", "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC"));
    Path many = Path.of("target/many").toAbsolutePath();
    if (!Files.isDirectory(many)) {
      Migrations.write(many.resolve("db"), 10_000);
    }
    measure("10,000 files, -Xmx512m", many, lint(jar, "--failOn=never", "-Xmx512m"));
  }

  /** A command of the executable jar; options that begin with -X are the JVM's. */
  private static List<String> lint(Path jar, String... options) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    Stream.of(options).filter(option -> option.startsWith("-X")).forEach(command::add);
    command.addAll(List.of("-jar", jar.toString(), "lint", "db"));
    Stream.of(options).filter(option -> !option.startsWith("-X")).forEach(command::add);
    return command;
  }

  /** Runs a command several times; the first run, which fills caches, does not count. */
  private static void measure(String name, Path folder, List<String> command)
      throws IOException, InterruptedException {
    List<Double> wall = new ArrayList<>();
    double cpu = 0;
    int code = run(folder, command);
    for (int i = 0; i < RUNS; i++) {
      long started = System.nanoTime();
      double before = cpuSecondsOfChildren();
      code = run(folder, command);
      wall.add((System.nanoTime() - started) / 1e9);
      cpu += cpuSecondsOfChildren() - before;
    }
    wall.sort(null);
    System.out.printf(
        "%s: %.2f s wall (median of %d; quickest %.2f s, slowest %.2f s), %.2f s CPU, exit code %d%n",
        name, wall.get(RUNS / 2), RUNS, wall.get(0), wall.get(RUNS - 1), cpu / RUNS, code);
  }

  private static int run(Path folder, List<String> command)
      throws IOException, InterruptedException {
    return new ProcessBuilder(command)
        .directory(folder.toFile())
        .redirectOutput(folder.resolveSibling(folder.getFileName() + ".out").toFile())
        .redirectError(folder.resolveSibling(folder.getFileName() + ".err").toFile())
        .start()
        .waitFor();
  }

  /** User and system time of the processes that have ended, as Linux keeps it in ticks of 10 ms. */
  private static double cpuSecondsOfChildren() throws IOException {
    Path stat = Path.of("/proc/self/stat");
    if (!Files.isReadable(stat)) {
      return Double.NaN;
    }
    String line = Files.readString(stat);
    String[] fields = line.substring(line.lastIndexOf(')') + 2).split(" ");
    return (Long.parseLong(fields[13]) + Long.parseLong(fields[14])) / 100.0;
  }

  /** A git repository in which one migration is new. */
  private static Path repository(Path folder) throws IOException, InterruptedException {
    if (!Files.isDirectory(folder)) {
      Migrations.write(folder.resolve("db"), 1_000);
      run(folder, List.of("git", "init", "-q"));
      run(folder, List.of("git", "add", "."));
      run(
          folder,
          List.of(
              "git",
              "-c",
              "user.name=bench",
              "-c",
              "user.email=bench@example.com",
              "commit",
              "-q",
              "-m",
              "history"));
      Files.writeString(
          folder.resolve("db/V1001__index.sql"), "CREATE INDEX by_note ON orders_7 (note);\n");
    }
    return folder;
  }
}
