package dev.dbops.migrate.catalog.live;

import dev.dbops.migrate.catalog.kind.CatalogKind;
import java.util.Arrays;
import java.util.Optional;

/** A column of a kind's query that is no attribute, as {@link CatalogKind#query} describes it. */
enum CatalogColumn {
  OID("oid"),
  SUBID("subid"),
  PARENT("parent"),
  NAME("name"),
  OWNER("owner"),
  OWNER_DEFAULT("owner default"),
  ACL("acl"),
  ACL_OWNER("acl owner"),
  ACL_DEFAULT("acl default"),
  MEMBERS("members"),
  INDEX("index"),
  NEEDS("needs"),
  NEEDS_PART("needs part"),
  SORT_OF_COLUMNS("sort of columns"),
  HIDDEN("hidden");

  private final String label;

  CatalogColumn(String label) {
    this.label = label;
  }

  static Optional<CatalogColumn> labelled(String label) {
    return Arrays.stream(values()).filter(column -> column.label.equals(label)).findFirst();
  }
}
