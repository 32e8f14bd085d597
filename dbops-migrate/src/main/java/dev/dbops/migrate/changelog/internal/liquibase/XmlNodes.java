package dev.dbops.migrate.changelog.internal.liquibase;

import liquibase.changelog.ChangeLogParameters;
import liquibase.exception.ChangeLogParseException;
import liquibase.parser.core.ParsedNode;
import liquibase.parser.core.xml.XMLChangeLogSAXParser;
import liquibase.resource.ResourceAccessor;

/** Liquibase's XML parser, which makes the nodes and then the changesets in one go. */
final class XmlNodes extends XMLChangeLogSAXParser implements NodeParser {
  @Override
  public ParsedNode nodes(String path, ChangeLogParameters parameters, ResourceAccessor accessor)
      throws ChangeLogParseException {
    return parseToNode(path, parameters, accessor);
  }
}
