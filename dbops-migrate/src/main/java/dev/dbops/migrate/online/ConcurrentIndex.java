package dev.dbops.migrate.online;

import dev.dbops.migrate.catalog.DefaultNames;
import dev.dbops.migrate.sql.CreateIndex;
import dev.dbops.migrate.sql.Drop;
import dev.dbops.migrate.sql.Name;
import dev.dbops.migrate.sql.QualifiedName;
import dev.dbops.migrate.sql.Reindex;
import dev.dbops.migrate.sql.SqlIdentifier;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Index statements that let reads and writes through while they run.
 *
 * @see <a
 *     href="https://www.postgresql.org/docs/current/sql-createindex.html#SQL-CREATEINDEX-CONCURRENTLY">Building
 *     Indexes Concurrently</a>
 */
public final class ConcurrentIndex {
  private static final int REINDEX_CONCURRENTLY = 12;
  private static final String CATALOG = "pg_catalog";

  private ConcurrentIndex() {}

  /** Builds the same index concurrently. */
  public static OnlineForm create(CreateIndex statement, StatementContext context) {
    return statement.ifNotExists()
        ? createAfresh(statement, context)
        : OnlineForm.safe(
            OnlineStep.outsideTransaction(concurrently(statement, context).sql(), ""));
  }

  /**
   * Builds an index concurrently after it has dropped what a try before it may have left. {@code IF
   * NOT EXISTS} would take that for the index.
   */
  public static OnlineForm createAfresh(CreateIndex statement, StatementContext context) {
    List<OnlineStep> steps = new ArrayList<>();
    statement
        .name()
        .ifPresent(
            name ->
                steps.add(
                    OnlineStep.outsideTransaction(
                        "DROP INDEX CONCURRENTLY IF EXISTS " + qualified(statement, name.text()),
                        "the invalid index that a try before this one may have left")));
    String create = concurrently(statement, context).removeWords("IF", "NOT", "EXISTS").sql();
    steps.add(OnlineStep.outsideTransaction(create, ""));
    return new OnlineForm(steps, OnlineForm.Safety.SAFE);
  }

  /** Drops the same indexes concurrently, one by one: the server takes no list. */
  public static OnlineForm drop(Drop statement) {
    String drop = "DROP INDEX CONCURRENTLY " + (statement.ifExists() ? "IF EXISTS " : "");
    List<OnlineStep> steps =
        statement.names().stream()
            .map(name -> OnlineStep.outsideTransaction(drop + name.text(), ""))
            .toList();
    return new OnlineForm(steps, OnlineForm.Safety.SAFE);
  }

  /**
   * Rebuilds the same indexes concurrently.
   *
   * @return empty before 12, and for the system catalogs, which the server does not rebuild so
   */
  public static Optional<OnlineForm> reindex(Reindex statement, StatementContext context) {
    boolean catalog =
        statement.target().filter(target -> isOfCatalog(statement, target, context)).isPresent();
    if (context.version() < REINDEX_CONCURRENTLY || statement.systemCatalogs() || catalog) {
      return Optional.empty();
    }
    String sql =
        new Splice(context.text(), statement.span())
            .insertAfterWord(statement.kind().sql(), " CONCURRENTLY")
            .sql();
    return Optional.of(OnlineForm.safe(OnlineStep.outsideTransaction(sql, "")));
  }

  /** What has no schema and is no user's own is looked for among the catalogs first. */
  private static boolean isOfCatalog(
      Reindex statement, QualifiedName target, StatementContext context) {
    return switch (statement.kind()) {
      case SCHEMA -> target.value().equals(CATALOG);
      case TABLE, INDEX ->
          target
              .schemaValue()
              .map(CATALOG::equals)
              .orElseGet(
                  () ->
                      target.value().startsWith("pg_")
                          && context.before().table(target).isEmpty()
                          && context.before().tableOfIndex(target).isEmpty());
      default -> false;
    };
  }

  /**
   * Builds an index before the one goes that it replaces.
   *
   * @param old the index that goes
   */
  public static OnlineForm replace(
      QualifiedName old, CreateIndex replacement, StatementContext context) {
    boolean sameName = replacement.name().map(Name::value).filter(old.value()::equals).isPresent();
    Splice create = concurrently(replacement, context);
    List<OnlineStep> steps = new ArrayList<>();
    if (!sameName) {
      steps.add(OnlineStep.outsideTransaction(create.sql(), ""));
      steps.add(drop(old));
      return new OnlineForm(steps, OnlineForm.Safety.SAFE);
    }
    String interim = DefaultNames.choose(old.value(), List.of(), "new", name -> false);
    Name name = replacement.name().get();
    steps.add(
        OnlineStep.outsideTransaction(
            create.replace(name.span(), SqlIdentifier.quote(interim)).sql(), ""));
    steps.add(drop(old));
    steps.add(
        OnlineStep.inTransaction(
            "ALTER INDEX "
                + qualified(replacement, SqlIdentifier.quote(interim))
                + " RENAME TO "
                + name.text(),
            ""));
    return new OnlineForm(steps, OnlineForm.Safety.SAFE);
  }

  private static OnlineStep drop(QualifiedName index) {
    return OnlineStep.outsideTransaction("DROP INDEX CONCURRENTLY " + index.text(), "");
  }

  private static Splice concurrently(CreateIndex statement, StatementContext context) {
    Splice splice = new Splice(context.text(), statement.span());
    return statement.concurrently() ? splice : splice.insertAfterWord("INDEX", " CONCURRENTLY");
  }

  /** An index lives in the schema of its table. */
  private static String qualified(CreateIndex statement, String index) {
    return statement.table().schema().map(schema -> schema.text() + ".").orElse("") + index;
  }
}
