package dev.dbops.migrate.changelog.internal.liquibase;

import liquibase.changelog.ChangeLogParameters;
import liquibase.exception.ChangeLogParseException;
import liquibase.parser.core.ParsedNode;
import liquibase.resource.ResourceAccessor;

/** Reads a file into Liquibase's tree of nodes, before changesets are made of it. */
interface NodeParser {
  /**
   * Reads a file.
   *
   * @throws ChangeLogParseException if the file is not what its name says
   */
  ParsedNode nodes(String path, ChangeLogParameters parameters, ResourceAccessor accessor)
      throws ChangeLogParseException;
}
