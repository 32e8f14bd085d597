package dev.dbops.cli;

import dev.dbops.migrate.error.DbopsException;
import picocli.CommandLine;

/** Says what went wrong in a sentence; the stack only where it is a defect of dbops. */
final class Failures implements CommandLine.IExecutionExceptionHandler {
  @Override
  public int handleExecutionException(
      Exception failure, CommandLine command, CommandLine.ParseResult parsed) {
    if (failure instanceof DbopsException) {
      command.getErr().println(failure.getMessage());
    } else {
      command.getErr().println("dbops failed, which it should not. Please report this:");
      failure.printStackTrace(command.getErr());
    }
    return CommandLine.ExitCode.USAGE;
  }
}
