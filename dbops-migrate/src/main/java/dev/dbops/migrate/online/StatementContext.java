package dev.dbops.migrate.online;

import dev.dbops.migrate.catalog.SchemaState;
import dev.dbops.migrate.sql.Span;

/**
 * What a statement means by what is around it: the text that it is written in, the schema that it
 * finds and the server that runs it.
 *
 * @param text the text that the statement's spans refer to
 * @param before the schema as the statement finds it
 * @param version the server's major version
 */
public record StatementContext(String text, SchemaState before, int version) {
  /** A part of the statement as its author wrote it. */
  public String text(Span span) {
    return span.of(text);
  }
}
