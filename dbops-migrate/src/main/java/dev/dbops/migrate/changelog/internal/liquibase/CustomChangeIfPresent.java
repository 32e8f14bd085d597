package dev.dbops.migrate.changelog.internal.liquibase;

import liquibase.change.CheckSum;
import liquibase.change.DatabaseChange;
import liquibase.change.custom.CustomChangeWrapper;
import liquibase.database.Database;
import liquibase.exception.ValidationErrors;
import liquibase.exception.Warnings;
import liquibase.parser.core.ParsedNode;
import liquibase.parser.core.ParsedNodeException;
import liquibase.resource.ResourceAccessor;
import liquibase.statement.SqlStatement;

/** Runs a class of the user's if it is there, where Liquibase would give up the whole changelog. */
@DatabaseChange(
    name = "customChange",
    description = "Runs a class of the user's if it is there",
    priority = 1000)
public final class CustomChangeIfPresent extends CustomChangeWrapper {
  private String absent = "";

  /** Whether the class is not there, so that nothing runs. */
  boolean isAbsent() {
    return !absent.isEmpty();
  }

  @Override
  public String getClassName() {
    return isAbsent() ? absent : super.getClassName();
  }

  @Override
  public void load(ParsedNode node, ResourceAccessor accessor) throws ParsedNodeException {
    boolean present;
    try {
      super.load(node, accessor);
      // Since 5.0 Liquibase says nothing of a class that is not there until it should run.
      present = getCustomChange() != null;
    } catch (ParsedNodeException | RuntimeException | LinkageError e) {
      present = false;
    }
    absent = present ? "" : node.getChildValue(null, "class", "of no name");
  }

  @Override
  public boolean generateStatementsVolatile(Database database) {
    return !isAbsent() && super.generateStatementsVolatile(database);
  }

  @Override
  public ValidationErrors validate(Database database) {
    return isAbsent() ? new ValidationErrors() : super.validate(database);
  }

  @Override
  public Warnings warn(Database database) {
    return isAbsent() ? new Warnings() : super.warn(database);
  }

  @Override
  public SqlStatement[] generateStatements(Database database) {
    return isAbsent() ? SqlStatement.EMPTY_SQL_STATEMENT : super.generateStatements(database);
  }

  /** Of this scratch database only; the original's is in the books of the others. */
  @Override
  public CheckSum generateCheckSum() {
    return isAbsent() ? CheckSum.compute(absent) : super.generateCheckSum();
  }

  @Override
  public String getConfirmationMessage() {
    return isAbsent() ? "" : super.getConfirmationMessage();
  }
}
