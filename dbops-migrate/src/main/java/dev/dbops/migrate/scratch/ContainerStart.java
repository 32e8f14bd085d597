package dev.dbops.migrate.scratch;

import dev.dbops.migrate.error.DbopsException;
import java.util.Map;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.containers.ContainerLaunchException;
import org.testcontainers.containers.GenericContainer;
import org.testcontainers.containers.wait.strategy.Wait;

/** Starts the container; the only class that needs Testcontainers to load. */
record ContainerStart(String image) {
  private static final int PORT = 5432;

  /** Reachable from this machine only, and gone with the JVM. */
  private static final String PASSWORD = "dbops";

  static boolean dockerAnswers() {
    return DockerClientFactory.instance().isDockerAvailable();
  }

  ScratchServer run(String name) {
    GenericContainer<?> container = new GenericContainer<>(image);
    container.withExposedPorts(PORT).withEnv("POSTGRES_PASSWORD", PASSWORD);
    container.withCommand("postgres", "-c", "fsync=off", "-c", "wal_level=logical");
    // Said once by the server that initializes the database, and once by the one that stays.
    container.waitingFor(Wait.forLogMessage(".*ready to accept connections.*\\n", 2));
    try {
      container.start();
    } catch (ContainerLaunchException e) {
      throw new DbopsException(
          "The " + name + " did not start: " + e.getMessage(),
          "look at the log of the container",
          e);
    }
    String url =
        "jdbc:postgresql://%s:%d/postgres"
            .formatted(container.getHost(), container.getMappedPort(PORT));
    UrlDataSource maintenance =
        new UrlDataSource(new JdbcUrl(url), Map.of("user", "postgres", "password", PASSWORD));
    return ScratchServer.started(name, maintenance, maintenance::database, container::stop);
  }
}
