package dev.dbops.migrate.scratch;

import dev.dbops.migrate.error.DbopsException;
import java.util.Optional;

/** A way to come by a server on which databases may be created and thrown away. Thread-safe. */
public interface ScratchProvider {
  /** What it provides, such as {@code embedded server}. */
  String name();

  /** Why it cannot be used here; empty if it can. */
  Optional<Obstacle> obstacle();

  /**
   * Starts the server, or connects to it. The caller closes it.
   *
   * @throws DbopsException if that fails
   */
  ScratchServer start();
}
