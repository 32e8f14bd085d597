package dev.dbops.migrate.sql;

import java.util.Optional;

/**
 * A call of a function in an expression.
 *
 * @param schema the schema, if it is written
 * @param name as PostgreSQL understands it; of what looks like a column and is a function, such as
 *     {@code CURRENT_DATE}, that word in lower case
 * @param span where its name stands in the text of the expression
 */
public record FunctionCall(Optional<String> schema, String name, Span span) {}
