package dev.dbops.cli;

import dev.dbops.migrate.LintConfiguration;
import dev.dbops.migrate.LintJob;
import dev.dbops.migrate.LintParameter;
import dev.dbops.migrate.report.TextReport;
import java.io.IOException;
import java.nio.file.Path;
import java.util.EnumMap;
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
      description = "The changelog, or a folder, file or glob of SQL migrations.")
  private Optional<String> changelog = Optional.empty();

  @Option(
      names = "--config",
      paramLabel = "FILE",
      description = "The configuration; ./dbops.yaml is read without being named.")
  private Optional<Path> configuration = Optional.empty();

  @Option(
      names = "--colour",
      paramLabel = "WHEN",
      description = "Use colours: auto, always or never; auto looks for a terminal.",
      defaultValue = "auto")
  private String colour = "auto";

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
    if (!result.report().problems().isEmpty()) {
      return CommandLine.ExitCode.USAGE;
    }
    return result.failed() ? CommandLine.ExitCode.SOFTWARE : CommandLine.ExitCode.OK;
  }

  private boolean coloured() {
    return switch (colour) {
      case "always" -> true;
      case "never" -> false;
      default -> CommandLine.Help.Ansi.AUTO.enabled();
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
      String value = parsed.matchedOptionValue("--" + parameter.key(), "");
      given.put(parameter, value);
    }
    changelog.ifPresent(value -> given.put(LintParameter.CHANGE_LOG_FILE, value));
    return fromFile.overriddenBy(LintConfiguration.of(given));
  }
}
