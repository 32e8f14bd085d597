package dev.dbops.migrate.changelog;

import liquibase.change.AbstractChange;
import liquibase.change.custom.CustomTaskChange;
import liquibase.database.Database;
import liquibase.exception.ValidationErrors;
import liquibase.logging.Logger;
import liquibase.logging.core.AbstractLogService;
import liquibase.resource.ResourceAccessor;
import liquibase.statement.SqlStatement;

/** What an extension of Liquibase comes to when the libraries that it needs are not there. */
final class BrokenExtension {
  private BrokenExtension() {}

  private static NoClassDefFoundError absent() {
    return new NoClassDefFoundError("com/example/Absent");
  }

  /** Is preferred to Liquibase's own. */
  public static final class Log extends AbstractLogService {
    @Override
    public int getPriority() {
      return PRIORITY_SPECIALIZED;
    }

    @Override
    @SuppressWarnings("rawtypes")
    public Logger getLog(Class type) {
      throw absent();
    }
  }

  /** Cannot even be made. */
  public static final class Change extends AbstractChange {
    public Change() {
      throw absent();
    }

    @Override
    public SqlStatement[] generateStatements(Database database) {
      throw absent();
    }

    @Override
    public String getConfirmationMessage() {
      throw absent();
    }
  }

  /** Nobody may load this: what it does to a database is its author's business. */
  public static final class Custom implements CustomTaskChange {
    static {
      System.setProperty("dbops.test.custom-change", "loaded");
    }

    @Override
    public void execute(Database database) {
      throw absent();
    }

    @Override
    public String getConfirmationMessage() {
      throw absent();
    }

    @Override
    public void setUp() {
      throw absent();
    }

    @Override
    public void setFileOpener(ResourceAccessor resourceAccessor) {
      throw absent();
    }

    @Override
    public ValidationErrors validate(Database database) {
      throw absent();
    }
  }
}
