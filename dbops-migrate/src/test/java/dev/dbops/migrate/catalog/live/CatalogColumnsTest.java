package dev.dbops.migrate.catalog.live;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dbops.migrate.catalog.kind.CatalogKind;
import dev.dbops.migrate.catalog.kind.FactKind;
import dev.dbops.migrate.catalog.kind.FactKinds;
import dev.dbops.migrate.scratch.ScratchDatabase;
import dev.dbops.migrate.testing.PostgresTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Nothing that SQL can do to a catalog goes unseen: a list says of each column which attribute
 * tells it.
 */
class CatalogColumnsTest {
  private static final Path LIST = Path.of("src/test/resources/drift/catalog-columns.txt");
  private static final String REASON = "- ";

  /** What attributes tell it, or the reason why none does; by catalog and column. */
  private static Map<String, String> listed() throws IOException {
    return Files.readAllLines(LIST).stream()
        .filter(line -> !line.startsWith("#"))
        .collect(
            Collectors.toMap(
                line -> line.substring(0, line.indexOf(' ')),
                line -> line.substring(line.indexOf(' ') + 1),
                (one, other) -> one + ", " + other,
                TreeMap::new));
  }

  @PostgresTest(from = 12)
  void every_column_of_every_catalog_is_told_or_there_is_a_reason(ScratchDatabase database)
      throws SQLException, IOException {
    Set<String> columns = new TreeSet<>(listed().keySet());

    assertThat(
            texts(
                database,
                """
                SELECT c.relname || '.' || a.attname
                  FROM pg_class c
                  JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0
                 WHERE c.relnamespace = 'pg_catalog'::regnamespace AND c.relkind = 'r'
                   AND a.attname <> 'oid'
                """))
        .isSubsetOf(columns);
  }

  @PostgresTest(from = 18)
  void every_attribute_that_tells_a_column_is_read(ScratchDatabase database)
      throws SQLException, IOException {
    Map<String, Set<String>> attributes = attributes(database);
    List<String> absent = new ArrayList<>();

    listed()
        .forEach(
            (column, told) -> {
              if (!told.startsWith(REASON)) {
                for (String attribute : told.split(", ")) {
                  String[] parts = attribute.split(": ", 2);
                  if (!attributes.getOrDefault(parts[0], Set.of()).contains(parts[1])) {
                    absent.add(column + " " + attribute);
                  }
                }
              }
            });

    assertThat(absent).isEmpty();
  }

  /** By kind. What is said about another thing is read with that. */
  private static Map<String, Set<String>> attributes(ScratchDatabase database) throws SQLException {
    Map<String, Set<String>> attributes = new TreeMap<>();
    for (FactKind kind : FactKinds.all()) {
      attributes.put(
          kind.name(),
          kind instanceof CatalogKind catalog
              ? columns(database, catalog)
              : Set.of("text", "label", "role", "privileges"));
    }
    return attributes;
  }

  private static Set<String> columns(ScratchDatabase database, CatalogKind kind)
      throws SQLException {
    Set<String> labels = new TreeSet<>();
    try (Connection connection = database.connection();
        Statement statement = connection.createStatement();
        ResultSet rows =
            statement.executeQuery(VersionedSql.forMajor(kind.query(), database.majorVersion()))) {
      ResultSetMetaData columns = rows.getMetaData();
      for (int i = 1; i <= columns.getColumnCount(); i++) {
        labels.add(columns.getColumnLabel(i).replaceFirst("^numbers of ", ""));
      }
    }
    return labels;
  }

  private static Collection<String> texts(ScratchDatabase database, String query)
      throws SQLException {
    Set<String> texts = new TreeSet<>();
    try (Connection connection = database.connection();
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(query)) {
      while (row.next()) {
        texts.add(row.getString(1));
      }
    }
    return texts;
  }
}
