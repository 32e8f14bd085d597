package dev.dbops.migrate.catalog.kind;

import dev.dbops.migrate.catalog.snapshot.CatalogSnapshot;
import dev.dbops.migrate.catalog.snapshot.Fact;
import dev.dbops.migrate.catalog.snapshot.FactKey;
import dev.dbops.migrate.sql.SqlIdentifier;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A table on another server; its columns are made with it. */
final class ForeignTableKind implements CatalogKind {
  static final String NAME = "foreign table";

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public List<String> parents() {
    return List.of(SchemaKind.NAME);
  }

  @Override
  public String catalog() {
    return "pg_class";
  }

  @Override
  public String query() {
    return """
        SELECT c.oid,
               c.relnamespace AS parent,
               c.relname AS name,
               s.srvname AS server,
               f.ftoptions AS option,
               pg_get_userbyid(c.relowner) AS owner,
               c.relacl::text[] AS acl,
               CASE WHEN c.relacl IS NOT NULL
                    THEN acldefault('r', c.relowner)::text[] END AS "acl default"
          FROM pg_class c
          JOIN pg_foreign_table f ON f.ftrelid = c.oid
          JOIN pg_foreign_server s ON s.oid = f.ftserver
         WHERE c.relkind = 'f' AND c.oid >= 16384
        """;
  }

  @Override
  public String reference(FactKey key) {
    return "FOREIGN TABLE " + Ddl.name(key);
  }

  @Override
  public String grantReference(FactKey key) {
    return "TABLE " + Ddl.name(key);
  }

  /** A partition is dropped with its table. */
  @Override
  public Optional<FactKey> origin(FactKey key, CatalogSnapshot in) {
    return Inherited.partitioned(key, in);
  }

  @Override
  public boolean partsAreFacts() {
    return true;
  }

  @Override
  public List<String> create(Fact table, CatalogSnapshot in) {
    List<String> statements = new ArrayList<>();
    statements.add(
        "CREATE FOREIGN TABLE %s (%s) SERVER %s%s"
            .formatted(
                Ddl.name(table.key()),
                ColumnDefinition.all(table, in),
                SqlIdentifier.quote(table.attribute("server").orElseThrow()),
                ForeignOptions.all(table, "option ")));
    statements.addAll(ColumnDefinition.settings(table, in));
    return statements;
  }

  @Override
  public Set<FactKey> createdWith(Fact table, CatalogSnapshot in) {
    return ColumnDefinition.createdWith(table, in);
  }

  @Override
  public List<String> drop(Fact table, CatalogSnapshot in) {
    return List.of("DROP FOREIGN TABLE " + Ddl.name(table.key()));
  }

  @Override
  public Optional<List<String>> alter(Fact from, Fact to, CatalogSnapshot in) {
    return Alteration.of(from, to)
        .withoutMembers()
        .whenMatches(
            name -> name.startsWith("option "),
            name ->
                "ALTER FOREIGN TABLE %s %s"
                    .formatted(
                        Ddl.name(to.key()), ForeignOptions.change(name, "option ", from, to)))
        .statements();
  }
}
