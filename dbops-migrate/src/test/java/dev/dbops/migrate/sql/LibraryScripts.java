package dev.dbops.migrate.sql;

import static org.assertj.core.api.Assumptions.assumeThat;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/** Scripts that other people wrote, by their names. */
public final class LibraryScripts {
  private LibraryScripts() {}

  /** The scripts that a server is set up with: its catalogs and extensions. */
  static Map<String, String> ofServer(EmbeddedPostgres server) throws IOException, SQLException {
    Map<String, String> scripts = new TreeMap<>();
    try (Stream<Path> files = Files.walk(shareDirectory(server))) {
      for (Path file : files.filter(path -> isValidSql(path.getFileName().toString())).toList()) {
        // CREATE EXTENSION fills its own placeholders in before it runs a script.
        String script = Files.readString(file).replaceAll("@ext(schema|owner)(:\\w+)?@", "public");
        scripts.put(file.getFileName().toString(), script);
      }
    }
    return scripts;
  }

  /** PostgreSQL 10 still brought scripts with an operator that its grammar had given up. */
  private static boolean isValidSql(String name) {
    return name.endsWith(".sql") && !name.matches("hstore--(1.0--1.1|unpackaged--1.0).sql");
  }

  /** The schemas for PostgreSQL in the jars that the build copies. */
  public static Map<String, String> ofJars() throws IOException {
    Path directory = Path.of("target", "scripts");
    assumeThat(directory).as("jars with schemas, copied by the build").isDirectory();
    Map<String, String> scripts = new TreeMap<>();
    try (Stream<Path> jars = Files.list(directory)) {
      for (Path jar : jars.toList()) {
        scripts.putAll(ofJar(jar));
      }
    }
    return scripts;
  }

  private static Map<String, String> ofJar(Path jar) throws IOException {
    Map<String, String> scripts = new TreeMap<>();
    try (ZipFile zip = new ZipFile(jar.toFile())) {
      for (ZipEntry entry : zip.stream().map(ZipEntry.class::cast).toList()) {
        if (entry.getName().matches(".*postgres.*\\.sql")) {
          byte[] bytes = zip.getInputStream(entry).readAllBytes();
          String script = new String(bytes, StandardCharsets.UTF_8);
          if (!script.contains("execute java")) { // a command of Flowable's own
            scripts.put(entry.getName(), script);
          }
        }
      }
    }
    return scripts;
  }

  private static Path shareDirectory(EmbeddedPostgres server) throws SQLException {
    try (Connection connection = server.getPostgresDatabase().getConnection();
        Statement statement = connection.createStatement();
        ResultSet row =
            statement.executeQuery("select setting from pg_config where name = 'SHAREDIR'")) {
      row.next();
      return Path.of(row.getString(1));
    }
  }
}
