package dev.dbops.maven;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Runs the Maven that builds dbops once more, with the plugin that it has just packaged.
 *
 * <p>It gets a local repository of its own with the packaged modules in it, so that nothing is
 * installed where users would find it. All else comes from the local repository of the build; only
 * what is missing there is downloaded.
 */
final class MavenRun {
  private static final Path MODULE = Path.of("").toAbsolutePath();
  private static final Path REPOSITORY = MODULE.resolve("target/goal-repository");
  private static final String VERSION = System.getProperty("dbops.version", "");

  private MavenRun() {}

  /** How it ended, and what it printed. */
  record Result(int exitCode, String output) {}

  /** Runs Maven in a folder; {@code dbops:lint} stands for the goal under test. */
  static Result in(Path folder, String... arguments) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("maven.home", ""), "bin", "mvn").toString());
    command.add("-B");
    command.add("-gs");
    command.add(settings().toString());
    command.add("-Dmaven.repo.local=" + REPOSITORY);
    command.add("-Ddbops.version=" + VERSION);
    for (String version : List.of("liquibase", "postgresql", "slf4j", "snakeyaml")) {
      // Those of the profile that the build runs with.
      command.add("-D%1$s.version=%2$s".formatted(version, System.getProperty(version)));
    }
    for (String argument : arguments) {
      command.add(argument.replace("dbops:", "dev.dbops:dbops-maven-plugin:" + VERSION + ":"));
    }
    ProcessBuilder builder =
        new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true);
    builder.environment().remove("MAVEN_OPTS");
    builder.environment().remove("MAVEN_ARGS");
    Process process = builder.start();
    process.getOutputStream().close();
    String output = new String(process.getInputStream().readAllBytes(), UTF_8);
    return new Result(process.waitFor(), output);
  }

  /** Puts the packaged modules where Maven looks for what is installed. */
  static void installPlugin() throws IOException {
    install("dbops-parent", MODULE.resolveSibling("pom.xml"), "pom");
    Path migrate = MODULE.resolveSibling("dbops-migrate");
    install("dbops-migrate", migrate.resolve("dependency-reduced-pom.xml"), "pom");
    install("dbops-migrate", jar(migrate, "dbops-migrate"), "jar");
    install("dbops-maven-plugin", MODULE.resolve("pom.xml"), "pom");
    install("dbops-maven-plugin", jar(MODULE, "dbops-maven-plugin"), "jar");
  }

  private static Path jar(Path module, String artifact) {
    return module.resolve("target/" + artifact + "-" + VERSION + ".jar");
  }

  /** Copies a project of the test resources to a folder. */
  static Path copyProject(String name, Path folder) throws IOException {
    Path project = MODULE.resolve("src/test/resources/projects/" + name);
    try (Stream<Path> files = Files.walk(project)) {
      for (Path file : files.toList()) {
        Path copy = folder.resolve(project.relativize(file).toString());
        if (Files.isDirectory(file)) {
          Files.createDirectories(copy);
        } else {
          Files.copy(file, copy);
        }
      }
    }
    return folder;
  }

  private static void install(String artifact, Path file, String type) throws IOException {
    Path folder = REPOSITORY.resolve("dev/dbops/" + artifact + "/" + VERSION);
    Files.createDirectories(folder);
    Path target = folder.resolve(artifact + "-" + VERSION + "." + type);
    Files.copy(file, target, StandardCopyOption.REPLACE_EXISTING);
  }

  private static Path settings() throws IOException {
    Path settings = REPOSITORY.resolveSibling("goal-settings.xml");
    String local = new File(System.getProperty("settings.localRepository", "")).toURI().toString();
    Files.writeString(
        settings,
        """
        <settings>
          <profiles>
            <profile>
              <id>build</id>
              <repositories>
                <repository>
                  <id>repository-of-the-build</id>
                  <url>%1$s</url>
                </repository>
              </repositories>
              <pluginRepositories>
                <pluginRepository>
                  <id>repository-of-the-build</id>
                  <url>%1$s</url>
                </pluginRepository>
              </pluginRepositories>
            </profile>
          </profiles>
          <activeProfiles>
            <activeProfile>build</activeProfile>
          </activeProfiles>
        </settings>
        """
            .formatted(local));
    return settings;
  }
}
