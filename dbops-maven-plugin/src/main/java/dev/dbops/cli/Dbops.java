package dev.dbops.cli;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/**
 * The command line of dbops. Ends with 0 if all is well, 1 if there are findings or differences, 2
 * if something is wrong with the call or could not be read.
 */
@Command(
    name = "dbops",
    description =
        "Operates PostgreSQL well: finds the migrations that would block a live database, and"
            + " says how a database differs from them.",
    mixinStandardHelpOptions = true,
    versionProvider = Dbops.Version.class,
    synopsisSubcommandLabel = "COMMAND")
public final class Dbops {
  public static void main(String[] arguments) {
    PrintWriter out = new PrintWriter(System.out, true, StandardCharsets.UTF_8);
    PrintWriter err = new PrintWriter(System.err, true, StandardCharsets.UTF_8);
    System.exit(run(arguments, out, err));
  }

  /** Runs a command and gives its exit code. */
  static int run(String[] arguments, PrintWriter out, PrintWriter err) {
    return new CommandLine(new Dbops())
        .addSubcommand(new LintCommand().withOptions())
        .addSubcommand(new DriftCommand().withOptions())
        .addSubcommand(new SnapshotCommand().withOptions())
        .setOut(out)
        .setErr(err)
        .setUsageHelpAutoWidth(true)
        .setCaseInsensitiveEnumValuesAllowed(true)
        .setExecutionExceptionHandler(new Failures())
        .execute(arguments);
  }

  /** The version that the jar's manifest names. */
  static final class Version implements CommandLine.IVersionProvider {
    @Override
    public String[] getVersion() {
      String version = Dbops.class.getPackage().getImplementationVersion();
      return new String[] {"dbops " + (version == null ? "(not packaged)" : version)};
    }
  }
}
