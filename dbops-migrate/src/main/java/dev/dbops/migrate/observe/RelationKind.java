package dev.dbops.migrate.observe;

/** What a relation is, as {@code pg_class.relkind} tells. */
public enum RelationKind {
  TABLE("r"),
  PARTITIONED_TABLE("p"),
  INDEX("i"),
  PARTITIONED_INDEX("I"),
  MATERIALIZED_VIEW("m"),
  VIEW("v"),
  SEQUENCE("S"),
  FOREIGN_TABLE("f"),
  COMPOSITE_TYPE("c");

  private final String relkind;

  RelationKind(String relkind) {
    this.relkind = relkind;
  }

  static RelationKind of(String relkind) {
    for (RelationKind kind : values()) {
      if (kind.relkind.equals(relkind)) {
        return kind;
      }
    }
    throw new IllegalArgumentException("Not a kind of relation: " + relkind);
  }

  /** Whether it is an index, of a table or of a partitioned table. */
  public boolean isIndex() {
    return this == INDEX || this == PARTITIONED_INDEX;
  }
}
