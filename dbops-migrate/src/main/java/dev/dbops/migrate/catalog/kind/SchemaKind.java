package dev.dbops.migrate.catalog.kind;

import dev.dbops.migrate.catalog.snapshot.CatalogSnapshot;
import dev.dbops.migrate.catalog.snapshot.Fact;
import dev.dbops.migrate.catalog.snapshot.FactKey;
import java.util.List;

/** A schema. The server makes the schema public, and gives it an owner and rights of its own. */
final class SchemaKind implements CatalogKind {
  static final String NAME = "schema";

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public String catalog() {
    return "pg_namespace";
  }

  @Override
  public String query() {
    return """
        SELECT n.oid,
               n.nspname AS name,
               pg_get_userbyid(n.nspowner) AS owner,
               CASE WHEN n.oid < 16384
                    THEN 'pg_database_owner' -- since 15
                    THEN pg_get_userbyid(10) -- before 15
               END AS "owner default",
               n.nspacl::text[] AS acl,
               CASE WHEN n.nspacl IS NOT NULL
                    THEN COALESCE(i.initprivs, acldefault('n', n.nspowner))::text[]
               END AS "acl default"
          FROM pg_namespace n
          LEFT JOIN pg_init_privs i ON i.classoid = 'pg_namespace'::regclass AND i.objoid = n.oid
         WHERE n.nspname !~ '^pg_' AND n.nspname <> 'information_schema'
        """;
  }

  @Override
  public String reference(FactKey key) {
    return "SCHEMA " + Ddl.name(key);
  }

  @Override
  public List<String> create(Fact fact, CatalogSnapshot in) {
    return List.of("CREATE SCHEMA " + Ddl.name(fact.key()));
  }

  @Override
  public boolean dropsParts() {
    return false;
  }

  @Override
  public List<String> drop(Fact fact, CatalogSnapshot in) {
    return List.of("DROP SCHEMA " + Ddl.name(fact.key()));
  }
}
