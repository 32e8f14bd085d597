package dev.dbops.migrate.catalog.kind;

import dev.dbops.migrate.catalog.snapshot.CatalogSnapshot;
import dev.dbops.migrate.catalog.snapshot.Fact;
import dev.dbops.migrate.catalog.snapshot.FactKey;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * A type and the functions that it is made of and that themselves speak of it: the type comes first
 * as a name only, then its functions, then what it is.
 */
final class TypeFunctions {
  private TypeFunctions() {}

  static List<String> create(Fact type, List<String> create, CatalogSnapshot in) {
    List<Fact> functions = of(type.key(), in);
    if (functions.isEmpty()) {
      return create;
    }
    List<String> statements = new ArrayList<>();
    statements.add("CREATE TYPE " + Ddl.name(type.key()));
    for (Fact function : functions) {
      statements.addAll(FactKinds.named(function.key().kind()).create(function, in));
    }
    statements.addAll(create);
    return statements;
  }

  /** The functions go with it. */
  static List<String> drop(Fact type, String reference, CatalogSnapshot in) {
    return List.of("DROP " + reference + (of(type.key(), in).isEmpty() ? "" : " CASCADE"));
  }

  static Set<FactKey> createdWith(Fact type, CatalogSnapshot in) {
    Set<FactKey> keys = new TreeSet<>();
    keys.add(type.key());
    of(type.key(), in).forEach(function -> keys.add(function.key()));
    return keys;
  }

  private static List<Fact> of(FactKey type, CatalogSnapshot in) {
    return in.needs(type).stream()
        .filter(key -> in.needs(key).contains(type))
        .flatMap(key -> in.fact(key).stream())
        .toList();
  }
}
