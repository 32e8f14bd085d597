package dev.dbops.migrate.catalog;

import static dev.dbops.migrate.catalog.Replayed.name;
import static dev.dbops.migrate.catalog.Replayed.script;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TransactionReplayTest {
  @Test
  void a_rollback_without_a_transaction_undoes_nothing() {
    SchemaState state = new Replayed().autocommit("CREATE TABLE t (id int); ROLLBACK;").state();

    assertThat(state.table(name("t"))).isPresent();
  }

  @Test
  void a_rollback_undoes_the_runners_transaction_from_its_beginning_on() {
    SchemaState state = script("CREATE TABLE a (id int); ROLLBACK; CREATE TABLE b (id int);");

    assertThat(state.table(name("a"))).isEmpty();
    assertThat(state.table(name("b"))).isPresent();
    assertThat(state.inTransaction()).isTrue();
  }

  @Test
  void a_rollback_does_not_reach_behind_a_commit() {
    SchemaState state =
        script("CREATE TABLE a (id int); COMMIT; CREATE TABLE b (id int); ROLLBACK;");

    assertThat(state.table(name("a"))).isPresent();
    assertThat(state.table(name("b"))).isEmpty();
  }

  @Test
  void a_begin_within_a_transaction_begins_nothing() {
    SchemaState state = script("CREATE TABLE a (id int); BEGIN; ROLLBACK;");

    assertThat(state.table(name("a"))).isEmpty();
  }

  @Test
  void a_savepoint_can_be_returned_to_more_than_once() {
    SchemaState state =
        script(
            """
            SAVEPOINT s;
            CREATE TABLE a (id int);
            ROLLBACK TO s;
            CREATE TABLE b (id int);
            ROLLBACK TO s;
            CREATE TABLE c (id int);
            RELEASE s;
            ROLLBACK TO s;
            """);

    assertThat(state.tables()).extracting(table -> table.name().name()).containsExactly("c");
  }

  @Test
  void of_two_savepoints_of_a_name_the_later_counts_until_it_is_released() {
    SchemaState state =
        script(
            """
            SAVEPOINT s;
            CREATE TABLE a (id int);
            SAVEPOINT s;
            CREATE TABLE b (id int);
            RELEASE SAVEPOINT s;
            ROLLBACK TO SAVEPOINT s;
            """);

    assertThat(state.tables()).isEmpty();
  }

  @Test
  void a_commit_forgets_the_savepoints() {
    SchemaState state = script("SAVEPOINT s; CREATE TABLE a (id int); COMMIT; ROLLBACK TO s;");

    assertThat(state.table(name("a"))).isPresent();
  }

  @Test
  void says_whether_the_next_statement_runs_in_a_transaction() {
    assertThat(script("SELECT 1;").inTransaction()).isTrue();
    assertThat(new Replayed().autocommit("SELECT 1;").state().inTransaction()).isFalse();
    assertThat(new Replayed().autocommit("BEGIN;").state().inTransaction()).isTrue();
    assertThat(new Replayed().autocommit("BEGIN; COMMIT;").state().inTransaction()).isFalse();
    assertThat(new Replayed().autocommit("BEGIN; END;").state().inTransaction()).isFalse();
    assertThat(script("SELECT 1;").inTransaction()).isTrue();
  }

  @Test
  void the_search_path_decides_where_names_are_made_and_found() {
    SchemaState state =
        script(
            """
            CREATE TABLE a (id int);
            SET search_path TO app, public;
            CREATE TABLE b (id int);
            ALTER TABLE a ADD COLUMN in_public int;
            """);

    assertThat(state.searchPath()).containsExactly("app", "public");
    assertThat(state.table(name("app.b"))).isPresent();
    assertThat(state.column(name("public.a"), "in_public")).isPresent();
    assertThat(state.resolve(name("unheard_of"))).isEqualTo(new ObjectName("app", "unheard_of"));
  }

  @Test
  void reads_a_search_path_however_it_is_written() {
    assertThat(script("SET search_path = '$user', \"App\", Public;").searchPath())
        .containsExactly("App", "public");
    assertThat(script("SET search_path TO app; RESET search_path;").searchPath())
        .containsExactly("public");
    assertThat(script("SET search_path TO app; SET search_path TO DEFAULT;").searchPath())
        .containsExactly("public");
  }

  @Test
  void a_local_search_path_ends_with_its_transaction() {
    SchemaState state =
        script("SET search_path TO app; SET LOCAL search_path TO x; COMMIT; SELECT 1;");

    assertThat(state.searchPath()).containsExactly("app");
  }

  @Test
  void a_rollback_brings_the_search_path_back() {
    SchemaState state =
        new Replayed()
            .autocommit("SET search_path TO app; BEGIN; SET search_path TO x; ROLLBACK;")
            .state();

    assertThat(state.searchPath()).containsExactly("app");
  }

  @Test
  void knows_the_time_zone_however_it_is_set() {
    assertThat(script("SET TimeZone = 'UTC';").timeZone()).contains("UTC");
    assertThat(script("SET TIME ZONE 'Europe/Berlin';").timeZone()).contains("Europe/Berlin");
    assertThat(script("SET TIME ZONE UTC;").timeZone()).contains("UTC");
    assertThat(script("SET timezone TO UTC; SET TIME ZONE DEFAULT;").timeZone()).isEmpty();
    assertThat(script("SET timezone TO UTC; RESET TimeZone;").timeZone()).isEmpty();
    assertThat(script("SELECT 1;").timeZone()).isEmpty();
  }

  @Test
  void a_local_time_zone_ends_with_its_transaction() {
    SchemaState inside = new Replayed().deploy("SET LOCAL TIME ZONE 'UTC';").state();
    SchemaState after =
        new Replayed().autocommit("BEGIN; SET LOCAL TIME ZONE 'UTC'; COMMIT;").state();

    assertThat(inside.timeZone()).contains("UTC");
    assertThat(after.timeZone()).isEmpty();
  }

  @Test
  void a_new_unit_begins_with_the_default_search_path() {
    SchemaState state =
        new Replayed().deploy("SET search_path TO app;").leave().deploy("SELECT 1;").state();

    assertThat(state.searchPath()).containsExactly("public");
  }

  @Test
  void a_label_cannot_be_used_before_its_transaction_is_committed() {
    String made = "CREATE TYPE mood AS ENUM ('sad');";
    String added = made + "COMMIT; ALTER TYPE mood ADD VALUE 'ok';";

    assertThat(isUncommitted(script(added), "ok")).isTrue();
    assertThat(isUncommitted(script(added), "sad")).isFalse();
    assertThat(isUncommitted(script(added + "COMMIT;"), "ok")).isFalse();
    assertThat(isUncommitted(new Replayed().autocommit(added).state(), "ok")).isFalse();
  }

  private static boolean isUncommitted(SchemaState state, String label) {
    return state.isUncommitted(state.enumType(name("mood")).orElseThrow(), label);
  }
}
