package dev.dbops.migrate.catalog.live;

/**
 * Where a thing is in the catalogs.
 *
 * @param catalog such as {@code pg_class}
 * @param part the number of a column; 0 for the whole
 */
record Address(String catalog, long oid, int part) {
  Address whole() {
    return part == 0 ? this : new Address(catalog, oid, 0);
  }
}
