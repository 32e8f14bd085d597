package dev.dbops.benchmark;

import dev.dbops.migrate.changelog.Change;
import dev.dbops.migrate.changelog.Changelog;
import dev.dbops.migrate.changelog.ChangelogOptions;
import dev.dbops.migrate.sql.RawStatement;
import dev.dbops.migrate.sql.Splitter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** What is linted. */
public enum Corpus {
  /** The changelog that Keycloak has grown over twelve years. */
  KEYCLOAK {
    @Override
    Changelog changelog() {
      Path folder = Path.of("../target/keycloak");
      return Changelog.liquibase(
          "META-INF/jpa-changelog-master.xml",
          ChangelogOptions.builder().searchPath(folder).build());
    }
  },

  /** Ten thousand generated migrations. */
  GENERATED {
    @Override
    Changelog changelog() throws IOException {
      Path folder = Path.of("target/migrations-10000");
      if (!Files.isDirectory(folder)) {
        Migrations.write(folder, 10_000);
      }
      return Changelog.flyway(folder.toString());
    }
  };

  /** The changesets, read. */
  abstract Changelog changelog() throws IOException;

  /** The statements of a changelog, one by one. */
  static List<String> statements(Changelog changelog) {
    return changelog.changeSets().stream()
        .flatMap(changeSet -> changeSet.changes().stream())
        .filter(Change.Sql.class::isInstance)
        .map(Change.Sql.class::cast)
        .flatMap(change -> Splitter.split(change.sql()).stream())
        .filter(statement -> statement.kind() == RawStatement.Kind.SQL)
        .map(RawStatement::text)
        .toList();
  }
}
