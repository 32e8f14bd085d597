package dev.dbops.cli;

import dev.dbops.migrate.DriftJob;
import dev.dbops.migrate.Goal;
import dev.dbops.migrate.JobParameter;
import dev.dbops.migrate.report.DriftTextReport;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code dbops drift}. */
@Command(
    name = "drift",
    description = "Says how a database differs from its migrations. Only reads it.",
    mixinStandardHelpOptions = true,
    sortOptions = false)
final class DriftCommand extends ConfiguredCommand {
  @Parameters(
      arity = "0..1",
      paramLabel = "CHANGELOG",
      description = "What the database should have run: short for --changeLogFile.")
  private Optional<String> changelog = Optional.empty();

  @Option(
      names = "--colour",
      paramLabel = "WHEN",
      description = "Use colours: ${COMPLETION-CANDIDATES}; auto looks for a terminal.",
      defaultValue = "auto")
  private Colour colour = Colour.AUTO;

  DriftCommand() {
    super(Goal.DRIFT);
  }

  @Override
  public Integer call() throws IOException {
    DriftJob.Result result =
        new DriftJob(
                configuration(JobParameter.CHANGE_LOG_FILE, changelog),
                DriftCommand.class.getClassLoader(),
                Path.of(""))
            .run();
    StringBuilder text = new StringBuilder();
    new DriftTextReport(colour.isWanted()).write(result.report(), text);
    return end(text, result.written(), result.outcome());
  }
}
