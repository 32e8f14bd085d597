package dev.dbops.migrate.changelog.internal.liquibase;

import java.util.logging.Level;
import liquibase.logging.Logger;
import liquibase.logging.core.AbstractLogService;
import liquibase.logging.core.AbstractLogger;
import org.jspecify.annotations.Nullable;

/** Keeps Liquibase quiet: what matters becomes a problem of the changelog. */
final class SilentLog extends AbstractLogService {
  private static final Logger LOGGER = new SilentLogger();

  @Override
  public int getPriority() {
    return PRIORITY_NOT_APPLICABLE;
  }

  @Override
  @SuppressWarnings("rawtypes")
  public Logger getLog(Class type) {
    return LOGGER;
  }

  private static final class SilentLogger extends AbstractLogger {
    @Override
    public void log(Level level, @Nullable String message, @Nullable Throwable cause) {}

    @Override
    public void close() {}
  }
}
