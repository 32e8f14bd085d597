package dev.dbops.migrate.drift;

import dev.dbops.migrate.error.DbopsException;
import dev.dbops.migrate.scratch.ScratchServer;
import java.sql.SQLException;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** An extension that migrations ask for and that is not installed on a scratch server. */
final class AbsentExtension {
  /** Up to 15, and since. */
  private static final Pattern MESSAGE =
      Pattern.compile(
          "could not open extension control file \".*/([^/\"]+)\\.control\""
              + "|extension \"([^\"]+)\" is not available");

  private AbsentExtension() {}

  /** What a refusal means if it is about an extension. */
  static Optional<DbopsException> of(SQLException answer, ScratchServer server, Throwable cause) {
    Matcher message = MESSAGE.matcher(String.valueOf(answer.getMessage()));
    if (!message.find()) {
      return Optional.empty();
    }
    String name = message.group(1) != null ? message.group(1) : message.group(2);
    return Optional.of(
        new DbopsException(
            "The migrations need the extension %s, which is not installed on %s"
                .formatted(name, server),
            ("name a scratch server that has it (scratchUrl, or the variable DBOPS_SCRATCH_URL), or"
                + " compare with a snapshot (snapshotFile) that was written where it is"),
            cause));
  }
}
