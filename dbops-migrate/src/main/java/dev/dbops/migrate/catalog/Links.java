package dev.dbops.migrate.catalog;

import java.util.Set;

/** Which relations point to a relation. Immutable. */
record Links(PersistentMap<RelationId, PersistentMap<RelationId, RelationId>> byTarget) {
  static final Links NONE = new Links(PersistentMap.empty());

  /** Those that point to one. */
  PersistentMap<RelationId, RelationId> to(RelationId target) {
    return byTarget.get(target).orElseGet(PersistentMap::empty);
  }

  /** The links after one relation changed what it points to. */
  Links changed(RelationId source, Set<RelationId> before, Set<RelationId> after) {
    Links links = this;
    for (RelationId target : before) {
      if (!after.contains(target)) {
        links = links.with(target, links.to(target).remove(source));
      }
    }
    for (RelationId target : after) {
      if (!before.contains(target)) {
        links = links.with(target, links.to(target).put(source, source));
      }
    }
    return links;
  }

  private Links with(RelationId target, PersistentMap<RelationId, RelationId> sources) {
    return new Links(byTarget.put(target, sources));
  }
}
