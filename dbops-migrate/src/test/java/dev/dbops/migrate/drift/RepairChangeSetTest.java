package dev.dbops.migrate.drift;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dbops.migrate.catalog.live.CatalogReader;
import dev.dbops.migrate.catalog.live.VersionedLines;
import dev.dbops.migrate.catalog.snapshot.CatalogSnapshot;
import dev.dbops.migrate.catalog.snapshot.FactKey;
import dev.dbops.migrate.drift.RepairChangeSet.ChangelogFormat;
import dev.dbops.migrate.scratch.ScratchDatabase;
import dev.dbops.migrate.scratch.ScratchServer;
import dev.dbops.migrate.testing.LiquibaseCommand;
import dev.dbops.migrate.testing.Postgres;
import dev.dbops.migrate.testing.Tablespace;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Liquibase itself runs what is written. */
class RepairChangeSetTest {
  private static final long SEED = 20_261_123;
  private static final int PER_GROUP = 3;

  @TempDir Path folder;
  private final ScratchServer server = Postgres.newest();

  @TestFactory
  Stream<DynamicTest> makes_the_migrations_what_the_database_is() {
    Random random = new Random(SEED);
    return Probe.all().stream()
        .flatMap(
            group -> {
              List<Probe> probes =
                  new ArrayList<>(
                      group.probes().stream()
                          .filter(probe -> probe.isFor(server.majorVersion()))
                          .filter(p -> p.byHand().isEmpty() && p.onlyBack().isEmpty())
                          .toList());
              Collections.shuffle(probes, random);
              return probes.stream()
                  .limit(PER_GROUP)
                  .map(
                      probe -> {
                        ChangelogFormat format =
                            ChangelogFormat.values()[probes.indexOf(probe) % 3];
                        return DynamicTest.dynamicTest(
                            "%s: %s in %s".formatted(group.name(), probe.title(), format),
                            () -> check(group, probe, format));
                      });
            });
  }

  private void check(Probe.Group group, Probe probe, ChangelogFormat format) throws Exception {
    Tablespace.make("dbops_probe_space", server);
    try (ScratchDatabase given = server.create()) {
      given.execute(VersionedLines.forMajor(group.given(), server.majorVersion()));
      try (ScratchDatabase changed = server.copyOf(given)) {
        changed.execute(VersionedLines.forMajor(probe.sql(), server.majorVersion()));
        CatalogSnapshot before = read(given);
        CatalogSnapshot after = read(changed);
        RepairChangeSet changeSet =
            RepairChangeSet.ofAll(Repair.of(before, after), Repair.of(after, before));
        String text = changeSet.in(format);

        String file = run(text, format, given);

        assertThat(differences(after, given)).as(text).isEmpty();
        if (changeSet.parts().stream().anyMatch(part -> !part.rollback().isEmpty())) {
          // A publication of all tables has the books too, from which a rollback deletes a row.
          given.execute("ALTER TABLE databasechangelog REPLICA IDENTITY FULL");
          LiquibaseCommand.rollback(given, folder, file, 1);
          assertThat(differences(before, given)).as("after rollback of %s", text).isEmpty();
        }
      }
    }
  }

  @ParameterizedTest
  @EnumSource
  void runs_nothing_that_loses_data(ChangelogFormat format) throws Exception {
    try (ScratchDatabase database = server.create()) {
      database.execute(
          """
          CREATE TABLE gone (a integer PRIMARY KEY);
          CREATE TABLE kept (a integer, b text, c numeric, d integer REFERENCES gone);
          CREATE INDEX by_b ON kept (b);
          CREATE VIEW sums AS SELECT sum(c) FROM kept;
          INSERT INTO gone VALUES (1);
          INSERT INTO kept VALUES (1, 'long text', 1.25, 1);
          """);
      try (ScratchDatabase changed = server.copyOf(database)) {
        changed.execute(
            """
            DROP VIEW sums;
            DROP TABLE gone CASCADE;
            ALTER TABLE kept DROP b;
            ALTER TABLE kept ALTER c TYPE numeric(3, 1);
            ALTER TABLE kept ADD e integer;
            COMMENT ON TABLE kept IS 'it -- is --- kept';
            """);
        RepairChangeSet changeSet =
            RepairChangeSet.of(
                Repair.of(read(database), read(changed)), Repair.of(read(changed), read(database)));

        run(changeSet.in(format), format, database);

        assertThat(changeSet.in(format))
            .contains("Not run: data of table public.gone may be lost")
            .contains("Not run: data of column public.kept.b may be lost")
            .contains("Not run: data of column public.kept.c may be lost");
        assertThat(differences(read(changed), database))
            .containsExactly(
                "unexpected column public.kept.b",
                "changed column public.kept.c",
                "unexpected table public.gone");
      }
    }
  }

  @ParameterizedTest
  @EnumSource
  void keeps_what_the_format_would_read_as_its_own(ChangelogFormat format) throws Exception {
    try (ScratchDatabase database = server.create();
        ScratchDatabase changed = server.create()) {
      changed.execute(
          """
          CREATE FUNCTION f() RETURNS text LANGUAGE sql AS $f$
            -- a comment; 'quoted', <b>&amp; "twice" \\ ]]> --> ${parameter}
            --rollback DROP TABLE t;
            --changeset somebody:else
            SELECT 'a
            GO
            b\r\n'::text;
          $f$;
          CREATE FUNCTION g() RETURNS integer LANGUAGE sql AS $f$
            -- kept: a # and a : and	a tab

            SELECT 1; -- ; /
          $f$;
          COMMENT ON FUNCTION f() IS E'\\x01 <!-- %s -- {d ''2020-01-01''} ? Ü 😀';
          CREATE TABLE "a: b # ""c"" <d>" ("e -- f" integer);
          """);
      RepairChangeSet changeSet =
          RepairChangeSet.of(Repair.of(read(database), read(changed)), List.of());

      run(changeSet.in(format), format, database);

      assertThat(differences(read(changed), database)).as(changeSet.in(format)).isEmpty();
    }
  }

  @Test
  void a_new_label_of_an_enum_is_committed_before_it_is_used() throws Exception {
    try (ScratchDatabase database = server.create()) {
      database.execute("CREATE TYPE mood AS ENUM ('sad'); CREATE TABLE t (m mood);");
      try (ScratchDatabase changed = server.copyOf(database)) {
        changed.execute("ALTER TYPE mood ADD VALUE 'happy'");
        changed.execute("ALTER TABLE t ALTER m SET DEFAULT 'happy'");
        RepairChangeSet changeSet =
            RepairChangeSet.of(Repair.of(read(database), read(changed)), List.of());

        run(changeSet.in(ChangelogFormat.SQL), ChangelogFormat.SQL, database);

        assertThat(changeSet.in(ChangelogFormat.SQL)).contains("runInTransaction:false");
        assertThat(differences(read(changed), database)).isEmpty();
      }
    }
  }

  @Test
  void is_called_by_what_it_does() {
    RepairChangeSet one = changeSet("CREATE TABLE a ()");

    assertThat(one.in(ChangelogFormat.YAML))
        .isEqualTo(
            """
            databaseChangeLog:
              - changeSet:
                  id: %s
                  author: dbops
                  changes:
                    - sql:
                        splitStatements: false
                        stripComments: false
                        sql: |2-
                          CREATE TABLE a ()
                  rollback:
                    - sql:
                        splitStatements: false
                        stripComments: false
                        sql: |2-
                          DROP VIEW a
            """
                .formatted(one.parts().get(0).id()));
    assertThat(one).isEqualTo(changeSet("CREATE TABLE a ()"));
    assertThat(one.parts().get(0).id())
        .matches("drift-[0-9a-f]{12}")
        .isNotEqualTo(changeSet("CREATE TABLE b ()").parts().get(0).id());
  }

  private static RepairChangeSet changeSet(String sql) {
    return RepairChangeSet.of(steps(sql), steps("DROP VIEW a"));
  }

  private static List<RepairStep> steps(String sql) {
    return List.of(new RepairStep(FactKey.of("table", "public", "a"), List.of(sql), false));
  }

  private String run(String text, ChangelogFormat format, ScratchDatabase database)
      throws Exception {
    String file = "repair." + format.name().toLowerCase(Locale.ROOT);
    Files.writeString(folder.resolve(file), text);
    try {
      LiquibaseCommand.update(database, folder, file, Map.of());
    } catch (Exception e) {
      throw new AssertionError(e.getMessage() + "\nin: " + text, e);
    }
    return file;
  }

  private static List<String> differences(CatalogSnapshot expected, ScratchDatabase database) {
    IgnorePolicy.Applied counted = IgnorePolicy.defaults().apply(expected, read(database));
    return DriftDetector.compare(counted.expected(), counted.actual()).stream()
        .map(
            difference ->
                difference.getClass().getSimpleName().toLowerCase(Locale.ROOT)
                    + " "
                    + difference.key())
        .toList();
  }

  private static CatalogSnapshot read(ScratchDatabase database) {
    return CatalogReader.create().read(database.dataSource());
  }
}
