package dev.dbops.migrate.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dbops.migrate.sql.RawStatement;
import dev.dbops.migrate.sql.SqlParser;
import dev.dbops.migrate.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Statements in an order in which no server would run them. */
class ReplayFuzzTest {
  private static final String CONTROL =
      """
      BEGIN; COMMIT; ROLLBACK; SAVEPOINT a; ROLLBACK TO a; RELEASE a;
      SET search_path TO app, public; RESET search_path;
      ALTER TABLE base INHERIT derived; ALTER TABLE derived INHERIT base;
      ALTER TABLE t RENAME TO u; ALTER TABLE u RENAME TO t; ALTER TABLE t RENAME TO t_pkey;
      ALTER TABLE t RENAME a TO b; ALTER TABLE u RENAME COLUMN id TO a;
      ALTER TABLE events_2025_1 ATTACH PARTITION events DEFAULT;
      DROP TABLE t, u, nothing; DROP SCHEMA app CASCADE; DROP SCHEMA public; DROP INDEX t_pkey;
      ALTER SCHEMA app RENAME TO public; ALTER SCHEMA public RENAME TO app;
      CREATE VIEW t AS SELECT * FROM t; CREATE VIEW u AS SELECT * FROM u, t; DROP VIEW t, u;
      """;

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5})
  void never_fails_and_stays_consistent(long seed) {
    Random random = new Random(seed);
    List<Statement> statements = new ArrayList<>();
    for (String script : List.of("names", "alter", "drop", "move", "partitions", "types")) {
      statements.addAll(parse(Replayed.resource("/replay/" + script + ".sql")));
    }
    for (int i = 0; i < 3; i++) {
      statements.addAll(parse(CONTROL));
    }
    SchemaReplay replay = SchemaReplay.from(SchemaState.empty());

    for (int i = 0; i < 4_000; i++) {
      if (i % 50 == 0) {
        replay.leaveUnit();
        replay.enterUnit(random.nextBoolean(), random.nextBoolean());
      }
      replay.apply(statements.get(random.nextInt(statements.size())));
      if (i % 20 == 0) {
        assertConsistent(replay.state());
      }
    }
  }

  /** What follows from the tables agrees with them. */
  private static void assertConsistent(SchemaState state) {
    int indexes = 0;
    for (TableState table : state.tables()) {
      assertThat(state.table(table.name())).contains(table);
      for (IndexState index : table.indexes().values()) {
        indexes++;
        assertThat(table.indexes().get(index.name())).isSameAs(index);
        assertThat(state.relations.findByIndex(table.name().sibling(index.name()))).contains(table);
      }
      for (ForeignKeyState key : state.foreignKeysOf(table)) {
        assertThat(state.foreignKeysTo(key.referenced())).contains(key);
      }
      for (ConstraintState constraint : table.constraints().values()) {
        assertThat(constraint.references().filter(to -> state.table(to.table()).isEmpty()))
            .isEmpty();
      }
    }
    assertThat(state.relations.owners().size()).isEqualTo(state.tables().size() + indexes);
  }

  private static List<Statement> parse(String sql) {
    List<Statement> statements = new ArrayList<>();
    for (RawStatement raw : Replayed.split(sql)) {
      statements.add(SqlParser.parse(raw));
    }
    return statements;
  }
}
