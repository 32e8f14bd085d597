package dev.dbops.migrate.lint.rules;

import dev.dbops.migrate.catalog.PublicationState;
import dev.dbops.migrate.catalog.SchemaState;
import dev.dbops.migrate.catalog.TableState;
import dev.dbops.migrate.lint.Blocks;
import dev.dbops.migrate.lint.PlacedStatement;
import dev.dbops.migrate.lint.Rule;
import dev.dbops.migrate.lint.RuleContext;
import dev.dbops.migrate.lint.RuleInfo;
import dev.dbops.migrate.lint.Severity;
import dev.dbops.migrate.lock.LockMode;
import dev.dbops.migrate.online.OnlineForm;
import dev.dbops.migrate.online.OnlineStep;
import dev.dbops.migrate.sql.AlterTable;
import dev.dbops.migrate.sql.AlterTableAction.ReplicaIdentity;
import java.util.List;
import java.util.Optional;

/** A published table that loses what tells its rows apart. */
public final class ReplicaIdentityLost implements Rule {
  private static final RuleInfo INFO =
      RuleInfo.rule("replica-identity-lost")
          .title("A published table without a replica identity refuses updates and deletes")
          .severity(Severity.ERROR)
          .blocks(Blocks.APPLICATION)
          .lock(LockMode.ACCESS_EXCLUSIVE)
          .why(
              """
              Subscribers find the row that was updated or deleted by its replica identity: by default \
              the primary key. A table that is published and has none answers every UPDATE and DELETE \
              with an error.""")
          .instead(
              """
              Give the table another replica identity first: USING INDEX with a unique index of columns \
              that are NOT NULL, or FULL, which sends whole rows and is slow to apply.""")
          .exempt(
              "No statement of the changelog publishes the table.",
              "It has a replica identity again when the transaction ends.",
              "The table is created in the same changeset or deploy.")
          .documentation(
              "https://www.postgresql.org/docs/current/sql-altertable.html#SQL-ALTERTABLE-REPLICA-IDENTITY")
          .build();

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void check(RuleContext context) {
    LiveAlter.of(context)
        .map(LiveAlter::statement)
        .filter(alter -> !publications(alter, context.schema()).isEmpty())
        .filter(alter -> hasIdentity(alter, context.schema()))
        .filter(alter -> lost(alter, context.schemaAfter()))
        .filter(alter -> lost(alter, atEndOfTransaction(context)))
        .ifPresent(alter -> report(alter, context));
  }

  private static List<PublicationState> publications(AlterTable alter, SchemaState schema) {
    return schema.table(alter.table()).map(schema::publicationsOf).orElseGet(List::of);
  }

  private static boolean hasIdentity(AlterTable alter, SchemaState schema) {
    return schema.table(alter.table()).filter(ReplicaIdentityLost::hasIdentity).isPresent();
  }

  private static boolean lost(AlterTable alter, SchemaState schema) {
    return schema.table(alter.table()).filter(table -> !hasIdentity(table)).isPresent();
  }

  private static boolean hasIdentity(TableState table) {
    return switch (table.replicaIdentity()) {
      case DEFAULT -> table.primaryKey().isPresent();
      case FULL, INDEX -> true;
      case NOTHING -> false;
    };
  }

  private static SchemaState atEndOfTransaction(RuleContext context) {
    List<PlacedStatement> later = context.laterInTransaction();
    PlacedStatement last = later.isEmpty() ? context.placed() : later.get(later.size() - 1);
    return last.before().after(last.statement());
  }

  private static void report(AlterTable alter, RuleContext context) {
    PublicationState publication = publications(alter, context.schema()).get(0);
    context
        .finding(
            "Updates and deletes of "
                + alter.table().text()
                + " fail from here on: "
                + publication.name()
                + " publishes it, and no replica identity is left")
        .on(alter.table())
        .fix(fix(alter, context))
        .report();
  }

  private static Optional<OnlineForm> fix(AlterTable alter, RuleContext context) {
    boolean intended = !alter.actions(ReplicaIdentity.class).isEmpty();
    return intended
        ? Optional.empty()
        : Optional.of(
            OnlineForm.needsReview(
                OnlineStep.inTransaction(
                    "ALTER TABLE " + alter.table().text() + " REPLICA IDENTITY FULL",
                    "sends whole rows; rather USING INDEX if a unique index of NOT NULL columns is"
                        + " there"),
                OnlineStep.inTransaction(context.placed().text(), "")));
  }
}
