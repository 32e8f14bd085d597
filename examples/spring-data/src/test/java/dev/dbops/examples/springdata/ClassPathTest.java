package dev.dbops.examples.springdata;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.grack.nanojson.JsonArray;
import com.grack.nanojson.JsonObject;
import com.grack.nanojson.JsonParser;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.JarFile;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * What an application inherits from dbops: the application is started as a process of its own, with
 * dbops on its class path and without.
 */
class ClassPathTest {
  private static final Path DBOPS = jar("dbops-migrate");
  private static final Path UNRELOCATED = Path.of("target/unrelocated");
  private static final Path DEPENDENCY_TREE = Path.of("target/dependency-tree.json");

  private static EmbeddedPostgres server;

  @BeforeAll
  static void start_the_server() throws IOException, SQLException {
    server = EmbeddedPostgres.start();
    try (Connection connection = server.getPostgresDatabase().getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute(Files.readString(Path.of("src/test/resources/parcels.sql")));
    }
  }

  @AfterAll
  static void stop_the_server() throws IOException {
    server.close();
  }

  @Test
  void an_application_behaves_the_same_with_dbops_and_without() throws Exception {
    List<Path> without = classPath().filter(entry -> !entry.equals(DBOPS)).toList();
    List<Path> with = Stream.concat(Stream.of(DBOPS), without.stream()).toList();

    Outcome before = run(without);
    Outcome after = run(with);

    assertThat(before.exitCode()).as(before.output()).isZero();
    assertThat(before.results())
        .containsExactly(
            "size L: [2 to Bergen, 1 to Oslo]",
            "heavy: [1 to Oslo] of 2",
            "fragile: [3 to Odda, 1 to Oslo]",
            "city: [1, 3]",
            "heaviest: [L: 1, S: 3]");
    assertThat(after.exitCode()).as(after.output()).isZero();
    assertThat(after.results()).isEqualTo(before.results());
  }

  @Test
  void a_parser_that_is_not_relocated_breaks_the_application() throws Exception {
    List<Path> entries = new ArrayList<>(classPath().toList());
    try (Stream<Path> jars = Files.list(UNRELOCATED)) {
      jars.forEach(entries::add);
    }

    Outcome outcome = run(entries);

    assertThat(outcome.exitCode()).isNotZero();
    assertThat(outcome.output()).contains("net.sf.jsqlparser");
  }

  @Test
  void dbops_brings_itself_and_at_most_two_jars() throws Exception {
    JsonObject tree = JsonParser.object().from(Files.readString(DEPENDENCY_TREE));

    List<String> brought = new ArrayList<>();
    collect(child(tree, "dbops-migrate"), brought);

    assertThat(brought).containsExactlyInAnyOrder("dbops-migrate", "slf4j-api", "snakeyaml");
  }

  @Test
  void the_jar_has_no_class_outside_the_packages_of_dbops_and_the_licences_of_what_it_contains()
      throws IOException {
    try (JarFile jar = new JarFile(DBOPS.toFile())) {
      List<String> files =
          jar.stream().filter(entry -> !entry.isDirectory()).map(ZipEntry::getName).toList();

      assertThat(files)
          .filteredOn(name -> name.endsWith(".class"))
          .allMatch(name -> name.startsWith("dev/dbops/migrate/"))
          .anyMatch(name -> name.startsWith("dev/dbops/migrate/internal/shaded/antlr/"));
      assertThat(files)
          .contains("META-INF/LICENSE", "META-INF/NOTICE", "META-INF/licenses/antlr4-runtime.txt");
    }
  }

  private static void collect(JsonObject artifact, List<String> names) {
    names.add(artifact.getString("artifactId"));
    for (Object child : artifact.getArray("children", new JsonArray())) {
      collect((JsonObject) child, names);
    }
  }

  private static JsonObject child(JsonObject artifact, String artifactId) {
    return artifact.getArray("children").stream()
        .map(JsonObject.class::cast)
        .filter(child -> artifactId.equals(child.getString("artifactId")))
        .findFirst()
        .orElseThrow(() -> new AssertionError(artifactId + " is no dependency: " + artifact));
  }

  private static Outcome run(List<Path> classPath) throws IOException, InterruptedException {
    Path output = Files.createTempFile("application", ".txt");
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                String.join(File.pathSeparator, classPath.stream().map(Path::toString).toList()),
                ParcelApplication.class.getName(),
                "--spring.datasource.url=" + server.getJdbcUrl("postgres", "postgres"))
            .redirectErrorStream(true)
            .redirectOutput(output.toFile())
            .start();
    int exitCode = process.waitFor();
    String text = Files.readString(output, UTF_8);
    Files.delete(output);
    return new Outcome(exitCode, text);
  }

  private static Path jar(String artifact) {
    return classPath()
        .filter(entry -> entry.getFileName().toString().startsWith(artifact))
        .findFirst()
        .orElseThrow(() -> new AssertionError("no jar of " + artifact + " on the class path"));
  }

  private static Stream<Path> classPath() {
    return Stream.of(System.getProperty("java.class.path").split(File.pathSeparator)).map(Path::of);
  }

  private record Outcome(int exitCode, String output) {
    List<String> results() {
      return output.lines().filter(line -> line.matches("[a-z]+( L)?: .*")).toList();
    }
  }
}
