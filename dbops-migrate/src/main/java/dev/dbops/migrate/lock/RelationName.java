package dev.dbops.migrate.lock;

/**
 * The name of a table, index, view or sequence as the server knows it.
 *
 * @param schema the schema that the name was resolved to
 */
public record RelationName(String schema, String name) implements Comparable<RelationName> {
  @Override
  public int compareTo(RelationName other) {
    int bySchema = schema.compareTo(other.schema);
    return bySchema != 0 ? bySchema : name.compareTo(other.name);
  }

  @Override
  public String toString() {
    return schema + "." + name;
  }
}
