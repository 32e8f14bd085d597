package dev.dbops.migrate.lock;

import dev.dbops.migrate.sql.AlterDomain;
import dev.dbops.migrate.sql.AlterIndex;
import dev.dbops.migrate.sql.AlterObject;
import dev.dbops.migrate.sql.AlterTable;
import dev.dbops.migrate.sql.Analyze;
import dev.dbops.migrate.sql.Cluster;
import dev.dbops.migrate.sql.Copy;
import dev.dbops.migrate.sql.CreateIndex;
import dev.dbops.migrate.sql.CreatePublication;
import dev.dbops.migrate.sql.CreateTable;
import dev.dbops.migrate.sql.CreateTableAs;
import dev.dbops.migrate.sql.CreateTrigger;
import dev.dbops.migrate.sql.CreateView;
import dev.dbops.migrate.sql.DefineOnTable;
import dev.dbops.migrate.sql.Delete;
import dev.dbops.migrate.sql.Drop;
import dev.dbops.migrate.sql.DropFromTable;
import dev.dbops.migrate.sql.Insert;
import dev.dbops.migrate.sql.LockTable;
import dev.dbops.migrate.sql.Merge;
import dev.dbops.migrate.sql.RefreshMaterializedView;
import dev.dbops.migrate.sql.Reindex;
import dev.dbops.migrate.sql.Select;
import dev.dbops.migrate.sql.Statement;
import dev.dbops.migrate.sql.StatementVisitor;
import dev.dbops.migrate.sql.Truncate;
import dev.dbops.migrate.sql.Update;
import dev.dbops.migrate.sql.Vacuum;

/** Sends each kind of statement to the class that knows its locks. */
final class StatementLocks implements StatementVisitor<EffectList> {
  private final EffectList effects;

  StatementLocks(EffectList effects) {
    this.effects = effects;
  }

  @Override
  public EffectList otherwise(Statement statement) {
    return effects;
  }

  @Override
  public EffectList visit(AlterTable statement) {
    new AlterTableLocks(effects, statement).addAll();
    return effects;
  }

  @Override
  public EffectList visit(AlterDomain statement) {
    new DomainLocks(effects).add(statement);
    return effects;
  }

  @Override
  public EffectList visit(CreateIndex statement) {
    new IndexLocks(effects).add(statement);
    return effects;
  }

  @Override
  public EffectList visit(AlterIndex statement) {
    new IndexLocks(effects).add(statement);
    return effects;
  }

  @Override
  public EffectList visit(Reindex statement) {
    new IndexLocks(effects).add(statement);
    return effects;
  }

  @Override
  public EffectList visit(Drop statement) {
    new DropLocks(effects).add(statement);
    return effects;
  }

  @Override
  public EffectList visit(DropFromTable statement) {
    new DropLocks(effects).add(statement);
    return effects;
  }

  @Override
  public EffectList visit(CreateTable statement) {
    new CreateLocks(effects).add(statement);
    return effects;
  }

  @Override
  public EffectList visit(CreateTrigger statement) {
    new CreateLocks(effects).add(statement);
    return effects;
  }

  @Override
  public EffectList visit(CreateTableAs statement) {
    new CreateLocks(effects).add(statement);
    return effects;
  }

  @Override
  public EffectList visit(CreateView statement) {
    new CreateLocks(effects).add(statement);
    return effects;
  }

  @Override
  public EffectList visit(DefineOnTable statement) {
    new CreateLocks(effects).add(statement);
    return effects;
  }

  @Override
  public EffectList visit(CreatePublication statement) {
    new CreateLocks(effects).add(statement);
    return effects;
  }

  @Override
  public EffectList visit(AlterObject statement) {
    new CreateLocks(effects).add(statement);
    return effects;
  }

  @Override
  public EffectList visit(Analyze statement) {
    new MaintenanceLocks(effects).add(statement);
    return effects;
  }

  @Override
  public EffectList visit(Cluster statement) {
    new MaintenanceLocks(effects).add(statement);
    return effects;
  }

  @Override
  public EffectList visit(RefreshMaterializedView statement) {
    new MaintenanceLocks(effects).add(statement);
    return effects;
  }

  @Override
  public EffectList visit(Vacuum statement) {
    new MaintenanceLocks(effects).add(statement);
    return effects;
  }

  @Override
  public EffectList visit(Copy statement) {
    new RowLocks(effects).add(statement);
    return effects;
  }

  @Override
  public EffectList visit(Delete statement) {
    new RowLocks(effects).add(statement);
    return effects;
  }

  @Override
  public EffectList visit(Insert statement) {
    new RowLocks(effects).add(statement);
    return effects;
  }

  @Override
  public EffectList visit(LockTable statement) {
    new RowLocks(effects).add(statement);
    return effects;
  }

  @Override
  public EffectList visit(Merge statement) {
    new RowLocks(effects).add(statement);
    return effects;
  }

  @Override
  public EffectList visit(Select statement) {
    new RowLocks(effects).add(statement);
    return effects;
  }

  @Override
  public EffectList visit(Truncate statement) {
    new RowLocks(effects).add(statement);
    return effects;
  }

  @Override
  public EffectList visit(Update statement) {
    new RowLocks(effects).add(statement);
    return effects;
  }
}
