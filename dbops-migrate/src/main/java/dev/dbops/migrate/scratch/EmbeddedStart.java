package dev.dbops.migrate.scratch;

import dev.dbops.migrate.error.DbopsException;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import io.zonky.test.db.postgres.embedded.PgBinaryResolver;
import java.io.ByteArrayInputStream;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/** Starts the embedded server; the only class that needs its library to load. */
record EmbeddedStart(
    Optional<Path> binaries, Optional<Path> dataParent, Map<String, String> settings) {
  ScratchServer run(String name) {
    try {
      EmbeddedPostgres.Builder builder = EmbeddedPostgres.builder().setRegisterShutdownHook(false);
      settings.forEach(builder::setServerConfig);
      binaries.ifPresent(jar -> builder.setPgBinaryResolver(new ServerInJar(jar)));
      if (dataParent.isPresent()) {
        builder.setDataDirectory(Files.createTempDirectory(dataParent.get(), "dbops-scratch"));
      }
      EmbeddedPostgres server = builder.start();
      UrlDataSource maintenance =
          new UrlDataSource(new JdbcUrl(server.getJdbcUrl("postgres", "postgres")), Map.of());
      return ScratchServer.started(name, maintenance, maintenance::database, () -> stop(server));
    } catch (IOException | IllegalStateException e) {
      throw new DbopsException(
          "The " + name + " did not start: " + e.getMessage(),
          "see whether its binaries fit this machine, or name a server with "
              + ExternalProvider.URL_VARIABLE,
          e);
    }
  }

  private static void stop(EmbeddedPostgres server) {
    try {
      server.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Equal for the same jar, by which the library unpacks each jar once. */
  private record ServerInJar(Path jar) implements PgBinaryResolver {
    @Override
    public InputStream getPgBinary(String system, String machine) throws IOException {
      try (ZipFile zip = new ZipFile(jar.toFile())) {
        ZipEntry archive =
            zip.stream()
                .filter(entry -> entry.getName().endsWith(".txz"))
                .findFirst()
                .orElseThrow(() -> new FileNotFoundException("no server (*.txz) in " + jar));
        try (InputStream content = zip.getInputStream(archive)) {
          return new ByteArrayInputStream(content.readAllBytes());
        }
      }
    }
  }
}
