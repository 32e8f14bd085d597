package dev.dbops.cli;

import dev.dbops.migrate.Goal;
import dev.dbops.migrate.JobParameter;
import dev.dbops.migrate.LintJob;
import dev.dbops.migrate.report.TextReport;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code dbops lint}. */
@Command(
    name = "lint",
    description = "Finds the statements of a changelog that would block a live PostgreSQL.",
    mixinStandardHelpOptions = true,
    sortOptions = false)
final class LintCommand extends ConfiguredCommand {
  @Parameters(
      arity = "0..1",
      paramLabel = "CHANGELOG",
      description = "What is to be linted: short for --changeLogFile.")
  private Optional<String> changelog = Optional.empty();

  @Option(
      names = "--colour",
      paramLabel = "WHEN",
      description = "Use colours: ${COMPLETION-CANDIDATES}; auto looks for a terminal.",
      defaultValue = "auto")
  private Colour colour = Colour.AUTO;

  LintCommand() {
    super(Goal.LINT);
  }

  @Override
  public Integer call() throws IOException {
    LintJob.Result result =
        new LintJob(
                configuration(JobParameter.CHANGE_LOG_FILE, changelog),
                LintCommand.class.getClassLoader(),
                Path.of(""))
            .run();
    StringBuilder text = new StringBuilder();
    new TextReport(colour.isWanted()).write(result.report(), text);
    return end(text, result.written(), result.outcome());
  }
}
