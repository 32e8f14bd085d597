package dev.dbops.migrate.changelog;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.FutureTask;
import java.util.logging.Level;
import java.util.logging.Logger;
import javax.sql.DataSource;
import liquibase.Scope;
import liquibase.SingletonScopeManager;
import liquibase.UpdateSummaryEnum;
import liquibase.command.CommandScope;
import liquibase.command.core.RollbackCountCommandStep;
import liquibase.command.core.UpdateCommandStep;
import liquibase.command.core.helpers.DbUrlConnectionArgumentsCommandStep;
import liquibase.database.Database;
import liquibase.database.DatabaseFactory;
import liquibase.database.jvm.JdbcConnection;
import liquibase.resource.DirectoryResourceAccessor;
import liquibase.ui.LoggerUIService;

/** Runs Liquibase on a live server and writes down what it sends, its bookkeeping aside. */
final class SentStatements {
  private static final Logger LOG = Logger.getLogger("liquibase");

  private final Path root;
  private final String changelog;
  private final DataSource database;

  SentStatements(Path root, String changelog, DataSource database) {
    this.root = root;
    this.changelog = changelog;
    this.database = database;
  }

  List<String> update() throws Exception {
    return run(
        new CommandScope("update")
            .addArgumentValue("showSummary", UpdateSummaryEnum.OFF)
            .addArgumentValue(UpdateCommandStep.CHANGELOG_FILE_ARG, changelog));
  }

  List<String> rollback(int changeSets) throws Exception {
    return run(
        new CommandScope("rollbackCount")
            .addArgumentValue(RollbackCountCommandStep.COUNT_ARG, changeSets)
            .addArgumentValue(UpdateCommandStep.CHANGELOG_FILE_ARG, changelog));
  }

  private List<String> run(CommandScope command) throws Exception {
    FutureTask<List<String>> task = new FutureTask<>(() -> sent(command));
    new Thread(task).start();
    return task.get();
  }

  private List<String> sent(CommandScope command) throws Exception {
    LOG.setLevel(Level.OFF);
    Scope.setScopeManager(new SingletonScopeManager());
    List<String> sent = new ArrayList<>();
    try (Connection connection = database.getConnection()) {
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
            Database liquibase =
                DatabaseFactory.getInstance()
                    .findCorrectDatabaseImplementation(
                        new JdbcConnection(recording(connection, sent)));
            command.addArgumentValue(DbUrlConnectionArgumentsCommandStep.DATABASE_ARG, liquibase);
            command.execute();
          });
    }
    return sent;
  }

  private static Connection recording(Connection connection, List<String> sent) {
    InvocationHandler handler =
        (proxy, method, arguments) -> {
          Object result = invoke(connection, method, arguments);
          return result instanceof Statement statement && method.getName().equals("createStatement")
              ? recording(statement, sent)
              : result;
        };
    return (Connection) proxy(Connection.class, handler);
  }

  private static Statement recording(Statement statement, List<String> sent) {
    InvocationHandler handler =
        (proxy, method, arguments) -> {
          if (method.getName().equals("execute")) {
            String sql = (String) arguments[0];
            if (!sql.toLowerCase(Locale.ROOT).contains("databasechangelog")) {
              sent.add(sql);
            }
          }
          return invoke(statement, method, arguments);
        };
    return (Statement) proxy(Statement.class, handler);
  }

  private static Object proxy(Class<?> type, InvocationHandler handler) {
    return Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, handler);
  }

  private static Object invoke(Object target, java.lang.reflect.Method method, Object[] arguments)
      throws Throwable {
    try {
      return method.invoke(target, arguments);
    } catch (InvocationTargetException e) {
      throw e.getCause() instanceof SQLException sql ? sql : e;
    }
  }
}
