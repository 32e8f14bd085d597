package dev.dbops.cli;

import dev.dbops.migrate.Configuration;
import dev.dbops.migrate.Goal;
import dev.dbops.migrate.JobParameter;
import dev.dbops.migrate.Outcome;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** A command whose options are the parameters of a goal, one for one. */
abstract class ConfiguredCommand implements Callable<Integer> {
  @Spec private CommandSpec spec = CommandSpec.create();

  @Option(
      names = "--config",
      paramLabel = "FILE",
      description = "The configuration; ./dbops.yaml is read without being named.")
  private Optional<Path> configuration = Optional.empty();

  private final Goal goal;

  ConfiguredCommand(Goal goal) {
    this.goal = goal;
  }

  /** When a report has colours. */
  enum Colour {
    AUTO,
    ALWAYS,
    NEVER;

    boolean isWanted() {
      return switch (this) {
        case ALWAYS -> true;
        case NEVER -> false;
        case AUTO -> CommandLine.Help.Ansi.AUTO.enabled();
      };
    }

    @Override
    public String toString() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** The command with an option for each parameter. */
  CommandLine withOptions() {
    CommandLine command = new CommandLine(this);
    for (JobParameter parameter : goal.parameters()) {
      String standing =
          parameter.defaultValue().isEmpty() ? "" : " Default: " + parameter.defaultValue() + ".";
      String variable =
          parameter
              .variable()
              .map(name -> " Better given by the variable " + name + ".")
              .orElse("");
      command
          .getCommandSpec()
          .addOption(
              OptionSpec.builder("--" + parameter.key())
                  .type(String.class)
                  .paramLabel("VALUE")
                  .description(parameter.description() + standing + variable)
                  .build());
    }
    return command;
  }

  /**
   * From the file, the environment and the options; the last one counts.
   *
   * @param argument what the option of a parameter is short for
   */
  Configuration configuration(JobParameter parameter, Optional<String> argument) {
    Configuration fromFile =
        configuration
            .map(Configuration::read)
            .orElseGet(() -> Configuration.ofDirectory(Path.of("")));
    Map<JobParameter, String> given = new EnumMap<>(JobParameter.class);
    CommandLine.ParseResult parsed = spec.commandLine().getParseResult();
    for (JobParameter each : goal.parameters()) {
      String option = "--" + each.key();
      if (parsed.hasMatchedOption(option)) {
        given.put(each, parsed.matchedOptionValue(option, ""));
      }
    }
    argument.ifPresent(value -> given.put(parameter, value));
    return fromFile
        .overriddenBy(Configuration.ofEnvironment(System.getenv()))
        .overriddenBy(Configuration.of(given));
  }

  /** Shows a report and what was written, and gives the exit code. */
  int end(CharSequence text, List<Path> written, Outcome outcome) {
    CommandLine command = spec.commandLine();
    command.getOut().print(text);
    written.forEach(file -> command.getOut().println("Wrote " + file));
    command.getOut().flush();
    return switch (outcome) {
      case CLEAN -> CommandLine.ExitCode.OK;
      case FINDINGS -> CommandLine.ExitCode.SOFTWARE;
      case UNREADABLE -> CommandLine.ExitCode.USAGE;
    };
  }
}
