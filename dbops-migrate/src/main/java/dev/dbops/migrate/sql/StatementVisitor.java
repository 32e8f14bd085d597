package dev.dbops.migrate.sql;

/**
 * Does something with each kind of statement; kinds that are not overridden go to {@link
 * #otherwise}, so that a visitor survives new kinds.
 *
 * @param <R> what a visit gives
 */
public interface StatementVisitor<R> {
  R otherwise(Statement statement);

  default R visit(AlterDomain statement) {
    return otherwise(statement);
  }

  default R visit(AlterFunction statement) {
    return otherwise(statement);
  }

  default R visit(AlterIndex statement) {
    return otherwise(statement);
  }

  default R visit(AlterObject statement) {
    return otherwise(statement);
  }

  default R visit(AlterTable statement) {
    return otherwise(statement);
  }

  default R visit(AlterType statement) {
    return otherwise(statement);
  }

  default R visit(Analyze statement) {
    return otherwise(statement);
  }

  default R visit(Call statement) {
    return otherwise(statement);
  }

  default R visit(Cluster statement) {
    return otherwise(statement);
  }

  default R visit(Copy statement) {
    return otherwise(statement);
  }

  default R visit(CreateDomain statement) {
    return otherwise(statement);
  }

  default R visit(CreateForeignTable statement) {
    return otherwise(statement);
  }

  default R visit(CreateFunction statement) {
    return otherwise(statement);
  }

  default R visit(CreateIndex statement) {
    return otherwise(statement);
  }

  default R visit(CreatePublication statement) {
    return otherwise(statement);
  }

  default R visit(CreateSchema statement) {
    return otherwise(statement);
  }

  default R visit(CreateSequence statement) {
    return otherwise(statement);
  }

  default R visit(CreateTable statement) {
    return otherwise(statement);
  }

  default R visit(CreateTableAs statement) {
    return otherwise(statement);
  }

  default R visit(CreateTrigger statement) {
    return otherwise(statement);
  }

  default R visit(CreateType statement) {
    return otherwise(statement);
  }

  default R visit(CreateView statement) {
    return otherwise(statement);
  }

  default R visit(DefineOnTable statement) {
    return otherwise(statement);
  }

  default R visit(Delete statement) {
    return otherwise(statement);
  }

  default R visit(DoBlock statement) {
    return otherwise(statement);
  }

  default R visit(Drop statement) {
    return otherwise(statement);
  }

  default R visit(DropFromTable statement) {
    return otherwise(statement);
  }

  default R visit(Insert statement) {
    return otherwise(statement);
  }

  default R visit(LockTable statement) {
    return otherwise(statement);
  }

  default R visit(Merge statement) {
    return otherwise(statement);
  }

  default R visit(OtherStatement statement) {
    return otherwise(statement);
  }

  default R visit(RefreshMaterializedView statement) {
    return otherwise(statement);
  }

  default R visit(Reindex statement) {
    return otherwise(statement);
  }

  default R visit(Select statement) {
    return otherwise(statement);
  }

  default R visit(SetVariable statement) {
    return otherwise(statement);
  }

  default R visit(TransactionControl statement) {
    return otherwise(statement);
  }

  default R visit(Truncate statement) {
    return otherwise(statement);
  }

  default R visit(Unparsed statement) {
    return otherwise(statement);
  }

  default R visit(Update statement) {
    return otherwise(statement);
  }

  default R visit(Vacuum statement) {
    return otherwise(statement);
  }
}
