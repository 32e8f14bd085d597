package dev.dbops.migrate.lint.rules;

import dev.dbops.migrate.lint.Rule;
import java.util.List;

/** The rules of dbops, in the order of their ids. */
public final class BuiltInRules {
  private BuiltInRules() {}

  public static List<Rule> all() {
    return List.of(
        new AddColumnCheckBlocksReadsAndWrites(),
        new AddColumnConstrainedDomainRewrites(),
        new AddColumnForeignKeyBlocksReadsAndWrites(),
        new AddColumnForeignKeyLocksTwoTables(),
        new AddColumnIdentityRewrites(),
        new AddColumnNotNullWithoutDefault(),
        new AddColumnSerialRewrites(),
        new AddColumnStoredGeneratedRewrites(),
        new AddColumnUniqueBlocksReadsAndWrites(),
        new AddColumnVolatileDefaultRewrites(),
        new AttachPartitionBlocksReadsAndWrites(),
        new CharColumn(),
        new CheckBlocksReadsAndWrites(),
        new ClusterBlocksReadsAndWrites(),
        new ColumnTypeChangeRewrites(),
        new ConcurrentIndexCorruptsOn14(),
        new ConcurrentIndexKeepsInvalid(),
        new ConcurrentlyOnPartitionedTable(),
        new CreateIndexBlocksWrites(),
        new DefaultChanged(),
        new DetachConcurrentlyRefused(),
        new DetachPartitionBlocksReadsAndWrites(),
        new DropColumnBreaksApplication(),
        new DropForeignKeyLocksTwoTables(),
        new DropIndexBlocksReadsAndWrites(),
        new DropSchemaLosesData(),
        new DropTableLocksOtherTables(),
        new DropTableLosesData(),
        new EnumValueRename(),
        new EnumValueUsedInSameTransaction(),
        new ExcludeConstraintBlocksReadsAndWrites(),
        new ForeignKeyBlocksWrites(),
        new ForeignKeyTypeMismatch(),
        new ForeignKeyWithoutIndex(),
        new IdentifierTooLong(),
        new IndexDroppedBeforeReplacement(),
        new IntPrimaryKey(),
        new JsonColumn(),
        new LockTableBlocksOthers(),
        new MissingLockTimeout(),
        new NotNullDropped(),
        new NotValidOnPartitionedTable(),
        new PartitionedIndexBlocksWrites(),
        new PrimaryKeyBlocksReadsAndWrites(),
        new PrimaryKeyUsingNullableIndex(),
        new RefreshMaterializedViewBlocksReads(),
        new RefusedInTransaction(),
        new ReindexBlocksReadsAndWrites(),
        new RenameBreaksApplication(),
        new ReplicaIdentityLost(),
        new SerialColumn(),
        new SetNotNullScansTable(),
        new SeveralForeignKeysInTransaction(),
        new StorageChangeRewrites(),
        new TimestampWithoutTimeZone(),
        new TriggerChangeBlocksWrites(),
        new TruncateLosesData(),
        new TypeNarrowingLosesData(),
        new UniqueConstraintBlocksReadsAndWrites(),
        new VacuumFullBlocksReadsAndWrites(),
        new ValidateInSameTransaction());
  }
}
