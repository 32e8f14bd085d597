package dev.dbops.migrate.changelog;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.FutureTask;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Collectors;
import liquibase.Scope;
import liquibase.SingletonScopeManager;
import liquibase.change.AbstractChange;
import liquibase.change.ChangeFactory;
import liquibase.change.DatabaseChange;
import liquibase.command.CommandScope;
import liquibase.command.core.UpdateSqlCommandStep;
import liquibase.command.core.helpers.DbUrlConnectionArgumentsCommandStep;
import liquibase.database.Database;
import liquibase.database.DatabaseFactory;
import liquibase.database.jvm.JdbcConnection;
import liquibase.parser.core.ParsedNode;
import liquibase.resource.DirectoryResourceAccessor;
import liquibase.resource.ResourceAccessor;
import liquibase.statement.SqlStatement;
import liquibase.ui.LoggerUIService;

/**
 * What Liquibase's own updateSQL prints with a connection to an empty database.
 *
 * @param statements of each changeset that ran, by {@code path::id::author}, without delimiters
 * @param skipped the changesets whose preconditions were not met
 */
record UpdateSql(Map<String, List<String>> statements, List<String> skipped) {
  private static final Logger LOG = Logger.getLogger("liquibase");
  private static final String CHANGE_SET = "-- Changeset ";
  private static final String BOOKKEEPING = "INSERT INTO public.databasechangelog ";

  static UpdateSql of(Path root, String changelog, EmbeddedPostgres server) throws Exception {
    FutureTask<UpdateSql> task = new FutureTask<>(() -> parse(run(root, changelog, server)));
    new Thread(task).start();
    return task.get();
  }

  private static String run(Path root, String changelog, EmbeddedPostgres server) throws Exception {
    LOG.setLevel(Level.OFF);
    Scope.setScopeManager(new SingletonScopeManager());
    Scope.getCurrentScope().getSingleton(ChangeFactory.class).register(new NoCustomChange());
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (Connection connection = server.getPostgresDatabase().getConnection()) {
      Map<String, Object> settings =
          Map.of(
              Scope.Attr.resourceAccessor.name(),
              new DirectoryResourceAccessor(root),
              Scope.Attr.ui.name(),
              new LoggerUIService(),
              "liquibase.analytics.enabled",
              false);
      Scope.child(
          settings,
          () -> {
            Database database =
                DatabaseFactory.getInstance()
                    .findCorrectDatabaseImplementation(new JdbcConnection(connection));
            new CommandScope("updateSql")
                .addArgumentValue(DbUrlConnectionArgumentsCommandStep.DATABASE_ARG, database)
                .addArgumentValue(UpdateSqlCommandStep.CHANGELOG_FILE_ARG, changelog)
                .setOutput(out)
                .execute();
          });
    }
    return out.toString(StandardCharsets.UTF_8);
  }

  private static UpdateSql parse(String output) {
    Map<String, List<String>> statements = new LinkedHashMap<>();
    List<String> skipped = new ArrayList<>();
    String[] blocks = output.split("(?m)^" + CHANGE_SET, -1);
    for (String block : Arrays.asList(blocks).subList(1, blocks.length)) {
      String name = block.lines().findFirst().orElseThrow();
      int end = block.indexOf(BOOKKEEPING);
      String text = end < 0 ? block : block.substring(0, end);
      if (end >= 0 && block.substring(end).contains("'MARK_RAN'")) {
        skipped.add(name);
      } else {
        statements.put(name, statements(text.substring(name.length())));
      }
    }
    return new UpdateSql(statements, skipped);
  }

  private static List<String> statements(String text) {
    String sql = text.lines().dropWhile(UpdateSql::isComment).collect(Collectors.joining("\n"));
    return Arrays.stream(sql.split(";\n\n", -1))
        .map(String::strip)
        .map(statement -> statement.replaceFirst(";$", ""))
        .filter(statement -> !statement.isEmpty())
        .toList();
  }

  private static boolean isComment(String line) {
    return line.isBlank() || line.startsWith("--");
  }

  /** Keycloak's custom changes are classes that are not here. */
  @DatabaseChange(name = "customChange", description = "Sends nothing", priority = 1000)
  public static final class NoCustomChange extends AbstractChange {
    @Override
    public boolean supports(Database database) {
      return true;
    }

    @Override
    public void load(ParsedNode node, ResourceAccessor accessor) {}

    @Override
    public SqlStatement[] generateStatements(Database database) {
      return SqlStatement.EMPTY_SQL_STATEMENT;
    }

    @Override
    public String getConfirmationMessage() {
      return "";
    }
  }
}
