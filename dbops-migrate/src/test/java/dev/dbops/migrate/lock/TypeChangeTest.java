package dev.dbops.migrate.lock;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dbops.migrate.catalog.ConstraintState;
import dev.dbops.migrate.catalog.IndexState;
import dev.dbops.migrate.catalog.SchemaState;
import dev.dbops.migrate.lock.TypeChange.Rewrite;
import dev.dbops.migrate.scratch.ScratchDatabase;
import dev.dbops.migrate.sql.AlterTable;
import dev.dbops.migrate.sql.AlterTableAction.AlterColumnType;
import dev.dbops.migrate.sql.Statement;
import dev.dbops.migrate.testing.Postgres;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.SQLWarning;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class TypeChangeTest {
  /** What a server did, or what is said that it does. */
  private record Outcome(
      boolean rewritten, Set<String> rebuilt, boolean rechecked, Set<String> foreignKeys) {}

  private static final String FILES =
      """
      SELECT relname, pg_relation_filenode(oid) FROM pg_class
      WHERE oid = 't'::regclass
         OR oid IN (SELECT indexrelid FROM pg_index WHERE indrelid = 't'::regclass)
      """;

  static Stream<Arguments> cases() {
    return Postgres.majors().stream()
        .flatMap(
            version ->
                Script.cases("type-change-cases.sql")
                    .filter(script -> script.since() <= version)
                    .map(script -> Arguments.of(version, script)));
  }

  @ParameterizedTest
  @MethodSource("cases")
  void predicts_the_work_of_a_change(int version, Script script) throws SQLException {
    Outcome observed = observe(script.sql(), version);

    assertThat(predict(script, version)).isEqualTo(observed);
  }

  @Test
  void does_not_know_what_becomes_of_a_column_of_unknown_type() {
    TypeChange change = of(Script.of("ALTER TABLE orders ALTER c TYPE text"), 18);

    assertThat(change.rewrite()).isEqualTo(Rewrite.UNKNOWN);
  }

  @Test
  void does_not_know_types_of_extensions() {
    TypeChange change =
        of(
            Script.of("CREATE TABLE t (c text); ALTER TABLE t ALTER c TYPE ltree USING c::ltree"),
            18);

    assertThat(change.rewrite()).isEqualTo(Rewrite.UNKNOWN);
  }

  @Test
  void knows_that_a_computation_rewrites_a_column_of_any_type() {
    TypeChange change = of(Script.of("ALTER TABLE orders ALTER c TYPE text USING upper(c)"), 18);

    assertThat(change.rewrite()).isEqualTo(Rewrite.ALWAYS);
  }

  private static Outcome observe(String sql, int version) throws SQLException {
    try (ScratchDatabase database = Postgres.major(version).create();
        Connection connection = database.connection();
        java.sql.Statement statement = connection.createStatement()) {
      int change = sql.lastIndexOf("ALTER TABLE");
      statement.execute(sql.substring(0, change));
      Map<String, String> before = files(statement);
      statement.execute("SET client_min_messages = debug1");
      statement.execute(sql.substring(change));
      Set<String> messages = messages(statement);
      Map<String, String> after = files(statement);
      after.entrySet().removeAll(before.entrySet());
      boolean rewritten = after.keySet().removeIf("t"::equals);
      boolean rechecked = messages.stream().anyMatch(each -> each.startsWith("verifying table"));
      Set<String> foreignKeys =
          messages.stream()
              .filter(each -> each.startsWith("validating foreign key constraint"))
              .map(each -> each.split("\"")[1])
              .collect(Collectors.toCollection(TreeSet::new));
      return new Outcome(rewritten, after.keySet(), rechecked, foreignKeys);
    }
  }

  private static Map<String, String> files(java.sql.Statement statement) throws SQLException {
    Map<String, String> files = new TreeMap<>();
    try (ResultSet rows = statement.executeQuery(FILES)) {
      while (rows.next()) {
        files.put(rows.getString(1), rows.getString(2));
      }
    }
    return files;
  }

  private static Set<String> messages(java.sql.Statement statement) throws SQLException {
    return Stream.iterate(statement.getWarnings(), Objects::nonNull, SQLWarning::getNextWarning)
        .map(SQLWarning::getMessage)
        .collect(Collectors.toSet());
  }

  /** A rewrite checks the rows on its way. */
  private static Outcome predict(Script script, int version) {
    TypeChange change = of(script, version);
    boolean rewritten = change.rewrite() == Rewrite.ALWAYS;
    return new Outcome(
        rewritten,
        names(change.rebuilt().stream().map(IndexState::name)),
        !rewritten && !change.rechecked().isEmpty(),
        names(
            change.foreignKeys().stream().map(key -> key.constraint()).map(ConstraintState::name)));
  }

  private static TypeChange of(Script script, int version) {
    List<Statement> statements = script.statements();
    SchemaState before = script.stateBeforeLast();
    AlterTable alter = (AlterTable) statements.get(statements.size() - 1);
    AlterColumnType action =
        alter.actions().stream()
            .filter(AlterColumnType.class::isInstance)
            .map(AlterColumnType.class::cast)
            .findFirst()
            .orElseThrow();
    return TypeChange.of(alter, action, before, version);
  }

  private static Set<String> names(Stream<String> names) {
    return names.collect(Collectors.toCollection(TreeSet::new));
  }
}
