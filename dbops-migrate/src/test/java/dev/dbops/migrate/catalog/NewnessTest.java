package dev.dbops.migrate.catalog;

import static dev.dbops.migrate.catalog.Replayed.history;
import static dev.dbops.migrate.catalog.Replayed.name;
import static dev.dbops.migrate.catalog.Replayed.script;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** What is new, so that nobody can be blocked on it. */
class NewnessTest {
  @Test
  void a_table_made_before_in_the_same_script_is_new() {
    SchemaState state = script("CREATE TABLE t (id int);");

    assertThat(state.isNew(name("t"))).isTrue();
    assertThat(state.isNew(name("public.t"))).isTrue();
  }

  @Test
  void a_table_that_no_statement_made_is_not_new() {
    SchemaState state = script("ALTER TABLE t ADD COLUMN a int; CREATE TABLE other.t (id int);");

    assertThat(state.isNew(name("t"))).isFalse();
    assertThat(state.isNew(name("unheard_of"))).isFalse();
    assertThat(state.isNew(name("other.t"))).isTrue();
  }

  @Test
  void a_table_of_history_is_not_new_to_a_deploy() {
    SchemaState state = history("CREATE TABLE t (id int);").deploy("SELECT 1;").state();

    assertThat(state.isNew(name("t"))).isFalse();
  }

  @Test
  void a_table_of_history_was_new_within_its_own_changeset_only() {
    Replayed replayed = new Replayed().unit(true, false, "CREATE TABLE t (id int);");
    boolean within = replayed.state().isNew(name("t"));
    boolean after = replayed.leave().unit(true, false, "SELECT 1;").state().isNew(name("t"));

    assertThat(within).isTrue();
    assertThat(after).isFalse();
  }

  @Test
  void a_table_of_another_changeset_of_the_deploy_is_new() {
    SchemaState state =
        new Replayed()
            .deploy("CREATE TABLE t (id int);")
            .leave()
            .unit(true, false, "CREATE TABLE old (id int);")
            .leave()
            .deploy("SELECT 1;")
            .state();

    assertThat(state.isNew(name("t"))).isTrue();
    assertThat(state.isNew(name("old"))).isFalse();
  }

  @Test
  void a_rolled_back_table_is_not_new() {
    SchemaState state =
        history("CREATE TABLE t (id int);")
            .autocommit("BEGIN; DROP TABLE t; CREATE TABLE t (id int, v int); ROLLBACK;")
            .state();

    assertThat(state.isNew(name("t"))).isFalse();
    assertThat(state.column(name("t"), "v")).isEmpty();
  }

  @Test
  void a_table_rolled_back_to_a_savepoint_is_not_new_and_one_from_before_it_is() {
    SchemaState state =
        script(
            """
            CREATE TABLE before (id int);
            SAVEPOINT a;
            CREATE TABLE between (id int);
            SAVEPOINT b;
            CREATE TABLE after (id int);
            ROLLBACK TO SAVEPOINT a;
            CREATE TABLE afterwards (id int);
            """);

    assertThat(state.isNew(name("before"))).isTrue();
    assertThat(state.isNew(name("between"))).isFalse();
    assertThat(state.isNew(name("after"))).isFalse();
    assertThat(state.isNew(name("afterwards"))).isTrue();
  }

  @Test
  void a_table_that_is_dropped_and_made_again_is_new() {
    SchemaState state =
        history("CREATE TABLE t (id int);")
            .deploy("DROP TABLE t; CREATE TABLE t (id int);")
            .state();

    assertThat(state.isNew(name("t"))).isTrue();
  }

  @Test
  void newness_follows_a_rename() {
    SchemaState state =
        history("CREATE TABLE old (id int);")
            .deploy(
                """
                CREATE TABLE made (id int);
                ALTER TABLE old RENAME TO aside;
                ALTER TABLE made RENAME TO old;
                """)
            .state();

    assertThat(state.isNew(name("old"))).isTrue();
    assertThat(state.isNew(name("aside"))).isFalse();
    assertThat(state.isNew(name("made"))).isFalse();
  }

  @Test
  void a_table_that_is_only_made_if_it_is_not_there_may_have_been_there() {
    Replayed replayed = history("CREATE TABLE t (id int);");
    SchemaState state =
        replayed
            .deploy("CREATE TABLE IF NOT EXISTS t (id int); CREATE TABLE IF NOT EXISTS u (id int);")
            .state();

    assertThat(state.isNew(name("t"))).isFalse();
    assertThat(state.isNew(name("u"))).isFalse();
    assertThat(state.isNewColumn(name("u"), "id")).isFalse();
    assertThat(state.column(name("u"), "id")).isPresent();
  }

  @Test
  void queries_and_materialized_views_that_may_have_been_there_are_not_new() {
    SchemaState state =
        script(
            """
            CREATE TABLE IF NOT EXISTS t AS SELECT 1;
            CREATE MATERIALIZED VIEW IF NOT EXISTS v AS SELECT 1;
            CREATE FOREIGN TABLE IF NOT EXISTS f (id int) SERVER other;
            CREATE TEMPORARY TABLE IF NOT EXISTS mine (id int);
            """);

    assertThat(state.isNew(name("t"))).isFalse();
    assertThat(state.isNew(name("v"))).isFalse();
    assertThat(state.isNew(name("f"))).isFalse();
    assertThat(state.isNew(name("mine"))).isTrue();
  }

  @Test
  void tables_made_from_queries_and_materialized_views_are_new() {
    SchemaState state =
        script(
            """
            CREATE TABLE a AS SELECT 1 AS x;
            SELECT 1 AS x INTO b;
            CREATE MATERIALIZED VIEW c AS SELECT 1 AS x;
            CREATE VIEW d AS SELECT 1 AS x;
            """);

    assertThat(state.isNew(name("a"))).isTrue();
    assertThat(state.isNew(name("b"))).isTrue();
    assertThat(state.isNew(name("c"))).isTrue();
    assertThat(state.isNew(name("d"))).isTrue();
  }

  @Test
  void temporary_tables_are_new_and_hide_others_of_their_name() {
    SchemaState state =
        history("CREATE TABLE t (id int);")
            .deploy("CREATE TEMP TABLE t (id int); CREATE INDEX t_id ON t (id);")
            .state();

    assertThat(state.isNew(name("t"))).isTrue();
    assertThat(state.isNew(name("public.t"))).isFalse();
    assertThat(state.isNewIndex(name("t_id"))).isTrue();
  }

  @Test
  void temporary_tables_are_gone_with_their_session() {
    SchemaState state =
        new Replayed()
            .unit(true, false, "CREATE TEMP TABLE t (id int);")
            .leave()
            .deploy("SELECT 1;")
            .state();

    assertThat(state.table(name("t"))).isEmpty();
  }

  @Test
  void a_new_partition_of_an_old_table_is_new_and_its_parent_is_not() {
    SchemaState state =
        history("CREATE TABLE t (id int) PARTITION BY RANGE (id);")
            .deploy("CREATE TABLE t_1 PARTITION OF t FOR VALUES FROM (1) TO (2);")
            .state();

    assertThat(state.isNew(name("t_1"))).isTrue();
    assertThat(state.isNew(name("t"))).isFalse();
  }

  @Test
  void new_columns_and_indexes_of_old_tables_are_new() {
    SchemaState state =
        history("CREATE TABLE t (id int); CREATE INDEX old ON t (id);")
            .deploy("ALTER TABLE t ADD COLUMN a int; CREATE INDEX made ON t (a);")
            .state();

    assertThat(state.isNewColumn(name("t"), "a")).isTrue();
    assertThat(state.isNewColumn(name("t"), "id")).isFalse();
    assertThat(state.isNewIndex(name("made"))).isTrue();
    assertThat(state.isNewIndex(name("old"))).isFalse();
    assertThat(state.isNewIndex(name("unheard_of"))).isFalse();
  }

  @Test
  void everything_of_a_new_table_is_new() {
    SchemaState state = script("CREATE TABLE t (id int PRIMARY KEY);");

    assertThat(state.isNewColumn(name("t"), "id")).isTrue();
    assertThat(state.isNewIndex(name("t_pkey"))).isTrue();
  }

  @Test
  void a_table_made_in_a_do_block_is_new() {
    SchemaState state = script("DO $$ BEGIN CREATE TABLE t (id int); END $$;");

    assertThat(state.isNew(name("t"))).isTrue();
  }

  @Test
  void a_table_made_in_a_do_block_on_a_condition_may_have_been_there() {
    String block =
        """
        DO $$ BEGIN
          IF NOT EXISTS (SELECT 1 FROM pg_tables WHERE tablename = 't') THEN
            CREATE TABLE t (id int);
          END IF;
        END $$;
        """;

    String rescued =
        """
        DO $$ BEGIN
          CREATE TABLE t (id int);
        EXCEPTION WHEN duplicate_table THEN NULL;
        END $$;
        """;

    assertThat(script(block).isNew(name("t"))).isFalse();
    assertThat(script(block).table(name("t"))).isPresent();
    assertThat(script(rescued).isNew(name("t"))).isFalse();
    assertThat(history("CREATE TABLE t (id int);").deploy(block).state().isNew(name("t")))
        .isFalse();
  }

  @Test
  void the_body_of_a_function_makes_nothing() {
    SchemaState state =
        script(
            """
            CREATE FUNCTION f() RETURNS void LANGUAGE plpgsql AS
              $$ BEGIN CREATE TABLE t (id int); END $$;
            """);

    assertThat(state.table(name("t"))).isEmpty();
  }
}
