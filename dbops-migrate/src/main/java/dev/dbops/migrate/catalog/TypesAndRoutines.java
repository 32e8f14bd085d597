package dev.dbops.migrate.catalog;

/** What a state knows besides tables and views. Immutable. */
record TypesAndRoutines(
    PersistentMap<ObjectName, DomainState> domains,
    PersistentMap<ObjectName, EnumState> enums,
    PersistentMap<ObjectName, FunctionState> functions,
    PersistentMap<ObjectName, ObjectName> sequences,
    PersistentMap<String, PublicationState> publications,
    PersistentMap<String, String> schemas) {
  static final TypesAndRoutines NONE =
      new TypesAndRoutines(
          PersistentMap.empty(),
          PersistentMap.empty(),
          PersistentMap.empty(),
          PersistentMap.empty(),
          PersistentMap.empty(),
          PersistentMap.empty());

  TypesAndRoutines put(DomainState domain) {
    return new TypesAndRoutines(
        domains.put(domain.name(), domain), enums, functions, sequences, publications, schemas);
  }

  TypesAndRoutines put(EnumState type) {
    return new TypesAndRoutines(
        domains, enums.put(type.name(), type), functions, sequences, publications, schemas);
  }

  TypesAndRoutines put(FunctionState function) {
    return new TypesAndRoutines(
        domains, enums, functions.put(function.name(), function), sequences, publications, schemas);
  }

  TypesAndRoutines put(PublicationState publication) {
    return new TypesAndRoutines(
        domains,
        enums,
        functions,
        sequences,
        publications.put(publication.name(), publication),
        schemas);
  }

  TypesAndRoutines putSequence(ObjectName sequence) {
    return new TypesAndRoutines(
        domains, enums, functions, sequences.put(sequence, sequence), publications, schemas);
  }

  TypesAndRoutines putSchema(String schema) {
    return new TypesAndRoutines(
        domains, enums, functions, sequences, publications, schemas.put(schema, schema));
  }

  TypesAndRoutines withoutType(ObjectName type) {
    return new TypesAndRoutines(
        domains.remove(type), enums.remove(type), functions, sequences, publications, schemas);
  }

  TypesAndRoutines withoutFunction(ObjectName function) {
    return new TypesAndRoutines(
        domains, enums, functions.remove(function), sequences, publications, schemas);
  }

  TypesAndRoutines withoutSequence(ObjectName sequence) {
    return new TypesAndRoutines(
        domains, enums, functions, sequences.remove(sequence), publications, schemas);
  }

  TypesAndRoutines withoutPublication(String publication) {
    return new TypesAndRoutines(
        domains, enums, functions, sequences, publications.remove(publication), schemas);
  }

  TypesAndRoutines withoutSchema(String schema) {
    return new TypesAndRoutines(
        domains, enums, functions, sequences, publications, schemas.remove(schema));
  }
}
