package dev.dbops.migrate.scratch;

import java.util.Optional;

/**
 * A server in a container, by {@code org.testcontainers:testcontainers}, an optional dependency.
 * For machines with Docker and without the embedded server's binaries.
 */
public final class TestcontainersProvider implements ScratchProvider {
  /** The official image of the newest major version that dbops knows. */
  public static final String DEFAULT_IMAGE = "postgres:18";

  private final String image;

  private TestcontainersProvider(String image) {
    this.image = image;
  }

  /** A server of an image that behaves like the official {@code postgres}. */
  public static TestcontainersProvider ofImage(String image) {
    return new TestcontainersProvider(image);
  }

  @Override
  public String name() {
    return "container of " + image;
  }

  @Override
  public Optional<Obstacle> obstacle() {
    if (!ClassPath.has("org.testcontainers.DockerClientFactory")) {
      return Optional.of(
          new Obstacle("org.testcontainers:testcontainers is not on the class path", "add it"));
    }
    return ContainerStart.dockerAnswers()
        ? Optional.empty()
        : Optional.of(new Obstacle("Docker does not answer", "start it, or set DOCKER_HOST"));
  }

  @Override
  public ScratchServer start() {
    obstacle()
        .ifPresent(
            obstacle -> {
              throw obstacle.of(name());
            });
    return new ContainerStart(image).run(name());
  }
}
