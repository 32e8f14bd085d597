package dev.dbops.migrate.scratch;

import dev.dbops.migrate.error.DbopsException;

/**
 * A PostgreSQL JDBC URL.
 *
 * @param value may hold a password among its parameters: {@link #toString} leaves them out
 * @see <a href="https://jdbc.postgresql.org/documentation/use/">The forms of the URL</a>
 */
record JdbcUrl(String value) {
  private static final String SCHEME = "jdbc:postgresql:";

  JdbcUrl {
    if (!value.startsWith(SCHEME)) {
      throw new DbopsException(
          "The scratch URL is not one of PostgreSQL's driver",
          "write it like " + SCHEME + "//host:5432/postgres");
    }
  }

  /** The same server and parameters with another database. */
  JdbcUrl database(String name) {
    return new JdbcUrl(server() + name + parameters());
  }

  /** All up to the name of the database. */
  private String server() {
    String path = withoutParameters();
    if (!path.startsWith(SCHEME + "//")) {
      return SCHEME;
    }
    int slash = path.indexOf('/', SCHEME.length() + 2);
    return slash < 0 ? path + "/" : path.substring(0, slash + 1);
  }

  private String parameters() {
    return value.substring(withoutParameters().length());
  }

  private String withoutParameters() {
    int question = value.indexOf('?');
    return question < 0 ? value : value.substring(0, question);
  }

  @Override
  public String toString() {
    return withoutParameters();
  }
}
