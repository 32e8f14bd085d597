package dev.dbops.migrate.catalog.kind;

import dev.dbops.migrate.catalog.snapshot.CatalogSnapshot;
import dev.dbops.migrate.catalog.snapshot.Fact;
import dev.dbops.migrate.catalog.snapshot.FactKey;
import dev.dbops.migrate.sql.SqlIdentifier;
import java.util.List;
import java.util.Optional;

/** As whom a role uses a foreign server. */
final class UserMappingKind implements CatalogKind {
  private static final String OPTION = "option ";

  @Override
  public String name() {
    return "user mapping";
  }

  @Override
  public List<String> parents() {
    return List.of(ForeignServerKind.NAME);
  }

  @Override
  public String catalog() {
    return "pg_user_mapping";
  }

  @Override
  public String parentCatalog() {
    return "pg_foreign_server";
  }

  /** From the view, which shows nobody the options that are not for him. */
  @Override
  public String query() {
    return """
        SELECT m.umid AS oid,
               m.srvid AS parent,
               m.usename AS name,
               m.umoptions AS option
          FROM pg_user_mappings m
         WHERE m.umid >= 16384
        """;
  }

  /** Nothing is said about it, and nobody owns it. */
  @Override
  public String reference(FactKey key) {
    String user = key.simpleName();
    return "USER MAPPING FOR %s SERVER %s"
        .formatted(
            user.equals(GrantKind.PUBLIC) ? "PUBLIC" : SqlIdentifier.quote(user),
            Ddl.name(key.container()));
  }

  @Override
  public Optional<String> rename(FactKey from, FactKey to) {
    return Optional.empty();
  }

  @Override
  public List<String> create(Fact fact, CatalogSnapshot in) {
    return List.of("CREATE " + reference(fact.key()) + ForeignOptions.all(fact, OPTION));
  }

  @Override
  public List<String> drop(Fact fact, CatalogSnapshot in) {
    return List.of("DROP " + reference(fact.key()));
  }

  @Override
  public Optional<List<String>> alter(Fact from, Fact to, CatalogSnapshot in) {
    return Alteration.of(from, to)
        .whenMatches(
            name -> name.startsWith(OPTION),
            name ->
                "ALTER %s %s"
                    .formatted(reference(to.key()), ForeignOptions.change(name, OPTION, from, to)))
        .statements();
  }
}
