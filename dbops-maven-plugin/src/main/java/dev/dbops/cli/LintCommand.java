package dev.dbops.cli;

import dev.dbops.migrate.LintConfiguration;
import dev.dbops.migrate.LintJob;
import dev.dbops.migrate.LintParameter;
import dev.dbops.migrate.report.TextReport;
import java.io.IOException;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code dbops lint}: its options are the parameters of {@link LintParameter}, one for one. */
@Command(
    name = "lint",
    description = "Finds the statements of a changelog that would block a live PostgreSQL.",
    mixinStandardHelpOptions = true,
    sortOptions = false)
final class LintCommand implements Callable<Integer> {
  @Spec private CommandSpec spec = CommandSpec.create();

  @Parameters(
      arity = "0..1",
      paramLabel = "CHANGELOG",
      description = "What is to be linted: short for --changeLogFile.")
  private Optional<String> changelog = Optional.empty();

  @Option(
      names = "--config",
      paramLabel = "FILE",
      description = "The configuration; ./dbops.yaml is read without being named.")
  private Optional<Path> configuration = Optional.empty();

  @Option(
      names = "--colour",
      paramLabel = "WHEN",
      description = "Use colours: ${COMPLETION-CANDIDATES}; auto looks for a terminal.",
      defaultValue = "auto")
  private Colour colour = Colour.AUTO;

  /** When the report has colours. */
  enum Colour {
    AUTO,
    ALWAYS,
    NEVER;

    @Override
    public String toString() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** Adds an option for each parameter. */
  static void addParameters(CommandSpec spec) {
    for (LintParameter parameter : LintParameter.values()) {
      String standing =
          parameter.defaultValue().isEmpty() ? "" : " Default: " + parameter.defaultValue() + ".";
      spec.addOption(
          OptionSpec.builder("--" + parameter.key())
              .type(String.class)
              .paramLabel("VALUE")
              .description(parameter.description() + standing)
              .build());
    }
  }

  @Override
  public Integer call() throws IOException {
    LintJob.Result result =
        new LintJob(configuration(), LintCommand.class.getClassLoader(), Path.of("")).run();
    CommandLine command = spec.commandLine();
    StringBuilder text = new StringBuilder();
    new TextReport(coloured()).write(result.report(), text);
    command.getOut().print(text);
    result.written().forEach(file -> command.getOut().println("Wrote " + file));
    command.getOut().flush();
    return switch (result.outcome()) {
      case CLEAN -> CommandLine.ExitCode.OK;
      case FINDINGS -> CommandLine.ExitCode.SOFTWARE;
      case UNREADABLE -> CommandLine.ExitCode.USAGE;
    };
  }

  private boolean coloured() {
    return switch (colour) {
      case ALWAYS -> true;
      case NEVER -> false;
      case AUTO -> CommandLine.Help.Ansi.AUTO.enabled();
    };
  }

  private LintConfiguration configuration() {
    LintConfiguration fromFile =
        configuration
            .map(LintConfiguration::read)
            .orElseGet(() -> LintConfiguration.ofDirectory(Path.of("")));
    Map<LintParameter, String> given = new EnumMap<>(LintParameter.class);
    CommandLine.ParseResult parsed = spec.commandLine().getParseResult();
    for (LintParameter parameter : LintParameter.values()) {
      String option = "--" + parameter.key();
      if (parsed.hasMatchedOption(option)) {
        given.put(parameter, parsed.matchedOptionValue(option, ""));
      }
    }
    changelog.ifPresent(value -> given.put(LintParameter.CHANGE_LOG_FILE, value));
    return fromFile.overriddenBy(LintConfiguration.of(given));
  }
}
