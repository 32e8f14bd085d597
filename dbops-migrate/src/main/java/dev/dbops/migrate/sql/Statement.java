package dev.dbops.migrate.sql;

/**
 * A statement, understood. Every record of it carries exact spans into the {@link
 * dev.dbops.migrate.changelog.SqlText} that it was parsed from.
 *
 * <p>New kinds come with new versions. Code outside dbops that has to survive one uses {@code
 * instanceof} or a {@link StatementVisitor}, not an exhaustive switch.
 */
public sealed interface Statement
    permits AlterDomain,
        AlterFunction,
        AlterIndex,
        AlterObject,
        AlterTable,
        AlterType,
        Analyze,
        Call,
        Cluster,
        Copy,
        CreateDomain,
        CreateForeignTable,
        CreateFunction,
        CreateIndex,
        CreatePublication,
        CreateSchema,
        CreateSequence,
        CreateTable,
        CreateTableAs,
        CreateTrigger,
        CreateType,
        CreateView,
        DefineOnTable,
        Delete,
        DoBlock,
        Drop,
        DropFromTable,
        Insert,
        LockTable,
        Merge,
        OtherStatement,
        RefreshMaterializedView,
        Reindex,
        Select,
        SetVariable,
        TransactionControl,
        Truncate,
        Unparsed,
        Update,
        Vacuum {
  /** Where it stands, without the semicolon. */
  Span span();

  <R> R accept(StatementVisitor<R> visitor);
}
