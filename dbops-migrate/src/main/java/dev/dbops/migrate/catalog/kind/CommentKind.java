package dev.dbops.migrate.catalog.kind;

import dev.dbops.migrate.catalog.snapshot.CatalogSnapshot;
import dev.dbops.migrate.catalog.snapshot.Fact;
import dev.dbops.migrate.catalog.snapshot.FactKey;
import dev.dbops.migrate.sql.SqlIdentifier;
import java.util.List;
import java.util.Optional;

/** A comment on a thing. */
final class CommentKind implements SatelliteKind {
  @Override
  public String name() {
    return "comment";
  }

  @Override
  public List<String> create(Fact fact, CatalogSnapshot in) {
    return List.of(
        comment(fact.key(), SqlIdentifier.quoteLiteral(fact.attribute("text").orElse(""))));
  }

  @Override
  public List<String> drop(Fact fact, CatalogSnapshot in) {
    return List.of(comment(fact.key(), "NULL"));
  }

  @Override
  public Optional<List<String>> alter(Fact from, Fact to, CatalogSnapshot in) {
    return Optional.of(create(to, in));
  }

  private String comment(FactKey key, String text) {
    CatalogKind kind = subjectKind(key);
    return kind.executable("COMMENT ON %s IS %s".formatted(kind.reference(subject(key)), text));
  }
}
