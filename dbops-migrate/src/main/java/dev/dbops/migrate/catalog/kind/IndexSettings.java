package dev.dbops.migrate.catalog.kind;

import dev.dbops.migrate.catalog.snapshot.CatalogSnapshot;
import dev.dbops.migrate.catalog.snapshot.Fact;
import dev.dbops.migrate.catalog.snapshot.FactKey;
import dev.dbops.migrate.sql.SqlIdentifier;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/** What an index has that can be changed while it stays, be it that of a constraint or not. */
final class IndexSettings {
  private static final String STATISTICS = "statistics target ";

  private IndexSettings() {}

  static boolean isSetting(String attribute) {
    return attribute.startsWith("option ")
        || attribute.startsWith(STATISTICS)
        || attribute.equals("tablespace")
        || attribute.equals("clustered")
        || attribute.equals("replica identity");
  }

  /** The statements that give an index just made what it has beside its definition. */
  static List<String> of(Fact fact, CatalogSnapshot in) {
    SortedMap<String, String> bare = new TreeMap<>(fact.attributes());
    bare.keySet().removeIf(IndexSettings::isSetting);
    return alter(Alteration.of(Fact.of(fact.key(), bare), fact), fact, in)
        .statements()
        .orElseThrow();
  }

  static Alteration alter(Alteration alteration, Fact to, CatalogSnapshot in) {
    String index = "ALTER INDEX " + Ddl.inSchema(to.key()) + " ";
    String table = "ALTER TABLE " + Ddl.container(to) + " ";
    return alteration
        .whenMatches(name -> name.startsWith("option "), name -> index + Ddl.option(name, to))
        .whenMatches(
            name -> name.startsWith(STATISTICS),
            name ->
                "%sALTER COLUMN %s SET STATISTICS %s"
                    .formatted(
                        index,
                        name.substring(STATISTICS.length()),
                        to.attribute(name).orElse("-1")))
        .when(
            "tablespace",
            space -> index + "SET TABLESPACE " + SqlIdentifier.quote(space.orElse("pg_default")))
        .whenAll(
            "clustered",
            on ->
                on.isPresent()
                    ? List.of(table + "CLUSTER ON " + Ddl.quoted(to.key()))
                    : anotherHas("clustered", to.key(), in)
                        ? List.of()
                        : List.of(table + "SET WITHOUT CLUSTER"))
        .whenAll(
            "replica identity",
            on ->
                on.isPresent()
                    ? List.of(table + "REPLICA IDENTITY USING INDEX " + Ddl.quoted(to.key()))
                    : anotherHas("replica identity", to.key(), in)
                        ? List.of()
                        : List.of(table + "REPLICA IDENTITY DEFAULT"));
  }

  /** Whether the target gives it to another index, or to the table as a whole. */
  private static boolean anotherHas(String attribute, FactKey index, CatalogSnapshot in) {
    return Stream.of(IndexKind.NAME, ConstraintKind.NAME)
            .flatMap(kind -> in.in(kind, index.container()).stream())
            .anyMatch(fact -> fact.is(attribute))
        || in.fact(new FactKey(TableKind.NAME, index.container()))
            .flatMap(table -> Optional.ofNullable(table.attributes().get(attribute)))
            .isPresent();
  }
}
