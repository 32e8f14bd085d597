package dev.dbops.cli;

import dev.dbops.migrate.Goal;
import dev.dbops.migrate.JobParameter;
import dev.dbops.migrate.Outcome;
import dev.dbops.migrate.SnapshotJob;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code dbops snapshot}. */
@Command(
    name = "snapshot",
    description = "Writes down the schema that migrations make, or that a database has.",
    mixinStandardHelpOptions = true,
    sortOptions = false)
final class SnapshotCommand extends ConfiguredCommand {
  @Parameters(
      arity = "0..1",
      paramLabel = "FILE",
      description = "What to write: short for --snapshotFile.")
  private Optional<String> file = Optional.empty();

  SnapshotCommand() {
    super(Goal.SNAPSHOT);
  }

  @Override
  public Integer call() {
    SnapshotJob.Result result =
        new SnapshotJob(
                configuration(JobParameter.SNAPSHOT_FILE, file),
                SnapshotCommand.class.getClassLoader(),
                Path.of(""))
            .run();
    StringBuilder text = new StringBuilder();
    result.notes().forEach(note -> text.append("note: ").append(note).append("\n"));
    text.append("%d facts of %s%n".formatted(result.facts(), result.origin()));
    return end(text, List.of(result.file()), Outcome.CLEAN);
  }
}
