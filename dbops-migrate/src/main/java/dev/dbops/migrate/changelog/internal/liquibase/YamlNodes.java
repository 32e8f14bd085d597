package dev.dbops.migrate.changelog.internal.liquibase;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import liquibase.changelog.ChangeLogParameters;
import liquibase.changelog.DatabaseChangeLog;
import liquibase.exception.ChangeLogParseException;
import liquibase.parser.core.ParsedNode;
import liquibase.parser.core.ParsedNodeException;
import liquibase.parser.core.yaml.YamlChangeLogParser;
import liquibase.resource.ResourceAccessor;

/**
 * Liquibase's YAML and JSON parser. It makes changesets at once and in a changelog of its own; the
 * only place to take the entries from it is the filling in of parameters, just before.
 */
final class YamlNodes extends YamlChangeLogParser implements NodeParser {
  /** Liquibase has a constant for it, which is private in 4.31. */
  private static final String ROOT = "databaseChangeLog";

  private final List<Object> entries = new ArrayList<>();

  @Override
  public ParsedNode nodes(String path, ChangeLogParameters parameters, ResourceAccessor accessor)
      throws ChangeLogParseException {
    entries.clear();
    parse(path, parameters, accessor);
    try {
      return new ParsedNode(null, ROOT).setValue(entries);
    } catch (ParsedNodeException e) {
      throw new ChangeLogParseException(e);
    }
  }

  @Override
  protected void replaceParameters(
      Object value, ChangeLogParameters parameters, DatabaseChangeLog changeLog)
      throws ChangeLogParseException {
    super.replaceParameters(value, parameters, changeLog);
    if (value instanceof Map<?, ?> document && document.get(ROOT) instanceof List<?> found) {
      entries.addAll(found);
      found.clear();
    }
  }
}
