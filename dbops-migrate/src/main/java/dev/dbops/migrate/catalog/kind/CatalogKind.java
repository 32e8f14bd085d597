package dev.dbops.migrate.catalog.kind;

import dev.dbops.migrate.catalog.snapshot.CatalogSnapshot;
import dev.dbops.migrate.catalog.snapshot.FactKey;
import java.util.List;
import java.util.Optional;

/** A kind of thing that has a catalog of its own or a part of one: read by one query. */
public non-sealed interface CatalogKind extends FactKind {
  /** The kinds of things that its things are a part of; empty if they are a part of the database. */
  default List<String> parents() {
    return List.of();
  }

  @Override
  default Optional<FactKey> parent(FactKey key, CatalogSnapshot in) {
    return parents().stream()
        .map(kind -> new FactKey(kind, key.container()))
        .filter(in.facts()::containsKey)
        .findFirst();
  }

  /** The catalog whose oids its query gives, such as {@code pg_class}. */
  String catalog();

  /**
   * How many columns of the query, after the oid, are the parts of the name. The parts but the last
   * are the name of the {@linkplain #parents() parent}.
   */
  int nameParts();

  /**
   * One query for all things of this kind, on every server: a line that ends with {@code -- since
   * 14} or {@code -- before 14} is for these versions only. Its first column is {@code oid}, then
   * {@code subid} where the catalog numbers parts of an object, then the parts of the name. The
   * others are attributes under their labels: NULL or false where a thing has what the server takes
   * when nothing is said; a text array of {@code name=value} is an attribute for each element. These
   * labels have a meaning of their own:
   *
   * <ul>
   *   <li>{@code owner}: the role's name, which becomes a fact
   *   <li>{@code acl} and {@code acl default}: aclitem[] as text[]; each grantee becomes a fact
   *   <li>{@code members}: text[], what it consists of in an order that matters
   *   <li>{@code hidden}: true where the thing is no fact of its own, though others speak of it
   * </ul>
   */
  String query();

  /** As COMMENT ON and ALTER … OWNER TO name it, such as {@code TABLE public.orders}. */
  String reference(FactKey key);

  /** As GRANT names it after ON. */
  default String grantReference(FactKey key) {
    return reference(key);
  }
}
