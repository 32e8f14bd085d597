package dev.dbops.migrate.catalog.kind;

import dev.dbops.migrate.catalog.snapshot.CatalogSnapshot;
import dev.dbops.migrate.catalog.snapshot.FactKey;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;

/** A kind of thing that has a catalog of its own or a part of one: read by one query. */
public non-sealed interface CatalogKind extends FactKind {
  /**
   * The kinds of things that its things are a part of; empty if they are a part of the database.
   */
  default List<String> parents() {
    return List.of();
  }

  @Override
  default Optional<FactKey> parent(FactKey key, CatalogSnapshot in) {
    return parents().stream()
        .map(kind -> new FactKey(kind, key.container()))
        .filter(other -> in.fact(other).isPresent())
        .findFirst();
  }

  /** The catalog whose oids its query gives, such as {@code pg_class}. */
  String catalog();

  /** The catalog of what its things are a part of. */
  default String parentCatalog() {
    return parents().contains(SchemaKind.NAME) ? "pg_namespace" : "pg_class";
  }

  /**
   * One query for all things of this kind, on every server: a line that ends with {@code -- since
   * 14} or {@code -- before 14} is for these versions only. Its columns are
   *
   * <ul>
   *   <li>{@code oid}: in the {@linkplain #catalog() catalog}
   *   <li>{@code subid}: of what is numbered within another thing, as columns are
   *   <li>{@code parent}: the oid of what it is a part of, in the {@linkplain #parentCatalog()
   *       catalog of that}; not of what is a part of the database
   *   <li>{@code name}: its name within that
   *   <li>{@code owner}: the role's name, which becomes a fact unless it is the {@code owner
   *       default}
   *   <li>{@code acl} and {@code acl default}: aclitem[] as text[]; each grantee becomes a fact
   *   <li>{@code acl owner}: who grants if nothing else is said, where {@code owner} is not given
   *   <li>{@code members}: text[], what it consists of in an order that matters; not where
   *       {@linkplain #isMember() facts of another kind} are the members
   *   <li>{@code index}: the oid in pg_class of the index that is a part of it: what depends on
   *       that depends on this
   *   <li>{@code needs}: the oid in pg_class of a relation that it cannot be without, and {@code
   *       needs part} the number of the column, if that is one
   *   <li>{@code numbers of x}: smallint[], columns of the parent, whose names become the attribute
   *       {@code x}
   *   <li>{@code sort of x}: smallint[], the indoption of each of these columns, told with its name
   *   <li>{@code hidden}: true where the thing is no fact of its own, though others speak of it
   *   <li>any other: an attribute of this name, which is not compared if that begins with {@code
   *       sql}; NULL or false where a thing has what the server takes when nothing is said; a text
   *       array of {@code name=value} is an attribute for each element
   * </ul>
   */
  String query();

  /**
   * Whether its things are the members of what they are a part of, in the order of their {@code
   * subid}.
   */
  default boolean isMember() {
    return false;
  }

  /** Adds what follows from the attributes that its query tells. */
  default void complete(SortedMap<String, String> attributes) {}

  /**
   * The condition, in SQL, under which a role may read its query; empty if every role may. What is
   * not read so has to be {@linkplain CatalogSnapshot#unseen() named} otherwise.
   */
  default String mayRead() {
    return "";
  }

  /** As COMMENT ON and ALTER … OWNER TO name it, such as {@code TABLE public.orders}. */
  String reference(FactKey key);

  @Override
  default Optional<String> rename(FactKey from, FactKey to) {
    return Optional.of("ALTER " + reference(from) + " RENAME TO " + Ddl.quoted(to));
  }

  /** A statement about it as it can be run, where its name is only known then. */
  default String executable(String statement) {
    return statement;
  }

  /** As GRANT names it after ON. */
  default String grantReference(FactKey key) {
    return reference(key);
  }

  /** As GRANT names a privilege to it. */
  default String privilege(String name, FactKey key) {
    return name;
  }

  /** What stands before GRANT and REVOKE. */
  default String grantPrefix(FactKey key) {
    return "";
  }
}
