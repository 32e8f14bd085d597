package dev.dbops.migrate.catalog.kind;

import dev.dbops.migrate.catalog.snapshot.CatalogSnapshot;
import dev.dbops.migrate.catalog.snapshot.Fact;
import dev.dbops.migrate.catalog.snapshot.FactKey;
import dev.dbops.migrate.sql.SqlIdentifier;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What a role may do with a thing, where that is not what it may do by default. */
public final class GrantKind implements SatelliteKind {
  public static final String NAME = "grant";

  /** What the role may do when nothing is said, where that is anything. */
  public static final String DEFAULT = Fact.SQL + "default";

  /** The role that is everyone; no role can have this name. */
  public static final String PUBLIC = "public";

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public int ownParts() {
    return 1;
  }

  @Override
  public List<String> create(Fact fact, CatalogSnapshot in) {
    List<String> statements = new ArrayList<>();
    statements.add("REVOKE ALL ON %s FROM %s".formatted(object(fact.key()), grantee(fact.key())));
    for (Map.Entry<String, String> privilege : fact.content().entrySet()) {
      statements.add(
          "GRANT %s ON %s TO %s%s"
              .formatted(
                  privilege.getKey(),
                  object(fact.key()),
                  grantee(fact.key()),
                  privilege.getValue().equals("granted") ? "" : " WITH GRANT OPTION"));
    }
    return statements;
  }

  /** Back to what the role may do when nothing is said. */
  @Override
  public List<String> drop(Fact fact, CatalogSnapshot in) {
    List<String> statements = new ArrayList<>();
    statements.add("REVOKE ALL ON %s FROM %s".formatted(object(fact.key()), grantee(fact.key())));
    fact.attribute(DEFAULT)
        .ifPresent(
            privileges ->
                statements.add(
                    "GRANT %s ON %s TO %s"
                        .formatted(privileges, object(fact.key()), grantee(fact.key()))));
    return statements;
  }

  @Override
  public Optional<List<String>> alter(Fact from, Fact to, CatalogSnapshot in) {
    return Optional.of(create(to, in));
  }

  private String object(FactKey key) {
    return subjectKind(key).grantReference(subject(key));
  }

  private static String grantee(FactKey key) {
    return key.simpleName().equals(PUBLIC) ? "PUBLIC" : SqlIdentifier.quote(key.simpleName());
  }
}
