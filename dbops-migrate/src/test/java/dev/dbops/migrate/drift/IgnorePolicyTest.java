package dev.dbops.migrate.drift;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dbops.migrate.catalog.live.CatalogReader;
import dev.dbops.migrate.catalog.snapshot.CatalogSnapshot;
import dev.dbops.migrate.scratch.ScratchDatabase;
import dev.dbops.migrate.testing.Postgres;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.Test;

class IgnorePolicyTest {
  private static final String GIVEN =
      """
      CREATE TABLE orders (id bigint, at date) PARTITION BY RANGE (at);
      CREATE TABLE orders_p2025 PARTITION OF orders FOR VALUES FROM ('2025-01-01') TO ('2026-01-01');
      """;

  @Test
  void passes_over_the_books_of_the_runners() throws SQLException {
    List<Difference> differences =
        compare(
            IgnorePolicy.defaults(),
            """
            CREATE TABLE databasechangelog (id text);
            COMMENT ON TABLE databasechangelog IS 'books';
            CREATE SCHEMA flyway;
            CREATE TABLE flyway.flyway_schema_history (installed_rank integer PRIMARY KEY);
            """);

    assertThat(differences)
        .map(Difference::key)
        .map(Object::toString)
        .containsExactly("schema flyway");
  }

  @Test
  void passes_over_partitions_made_at_run_time_but_not_over_declared_ones() throws SQLException {
    List<Difference> differences =
        compare(
            IgnorePolicy.defaults(),
            """
            CREATE TABLE orders_p2026 PARTITION OF orders FOR VALUES FROM ('2026-01-01') TO ('2027-01-01');
            CREATE INDEX ON orders_p2026 (id);
            CREATE TABLE by_hand PARTITION OF orders FOR VALUES FROM ('2027-01-01') TO ('2028-01-01');
            CREATE TABLE orders_p2027 (id bigint);
            DROP TABLE orders_p2025;
            """);

    assertThat(differences)
        .map(Difference::key)
        .map(Object::toString)
        .containsExactly(
            "table public.by_hand", "table public.orders_p2025", "table public.orders_p2027");
  }

  @Test
  void passes_over_what_the_user_names_and_tells_which_rules_match_nothing() throws SQLException {
    Ignore scratch = Ignore.object("table", "public.tmp_*", "scratch of the reports");
    Ignore typo = Ignore.object("table", "public.temp_*", "never there");
    IgnorePolicy policy = IgnorePolicy.defaults().with(scratch).with(typo);

    try (ScratchDatabase expected = database("");
        ScratchDatabase actual = database("CREATE TABLE tmp_a (id bigint PRIMARY KEY);")) {
      IgnorePolicy.Applied applied = policy.apply(read(expected), read(actual));

      assertThat(DriftDetector.compare(applied.expected(), applied.actual())).isEmpty();
      assertThat(applied.unused()).containsExactly(typo);
    }
  }

  @Test
  void passes_over_attributes_and_over_what_a_role_owns() throws SQLException {
    IgnorePolicy policy =
        IgnorePolicy.none()
            .with(Ignore.attribute("column", "public.orders*", "default", "set by operations"))
            .with(Ignore.ownedBy("dbops_probe_reports", "theirs"));

    List<Difference> differences =
        compare(
            policy,
            """
            DO $$ BEGIN CREATE ROLE dbops_probe_reports; EXCEPTION WHEN duplicate_object THEN END $$;
            ALTER TABLE orders ALTER id SET DEFAULT 1;
            CREATE TABLE report (id bigint);
            ALTER TABLE report OWNER TO dbops_probe_reports;
            """);

    assertThat(differences).isEmpty();
  }

  private static List<Difference> compare(IgnorePolicy policy, String change) throws SQLException {
    try (ScratchDatabase expected = database("");
        ScratchDatabase actual = database(change)) {
      IgnorePolicy.Applied applied = policy.apply(read(expected), read(actual));
      return DriftDetector.compare(applied.expected(), applied.actual());
    }
  }

  private static ScratchDatabase database(String change) throws SQLException {
    ScratchDatabase database = Postgres.newest().create();
    database.execute(GIVEN + change);
    return database;
  }

  private static CatalogSnapshot read(ScratchDatabase database) {
    return CatalogReader.create().read(database.dataSource());
  }
}
