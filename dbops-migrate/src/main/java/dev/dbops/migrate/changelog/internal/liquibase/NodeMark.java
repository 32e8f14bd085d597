package dev.dbops.migrate.changelog.internal.liquibase;

import dev.dbops.migrate.changelog.SourceSpan;
import dev.dbops.migrate.changelog.internal.MappedText;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Where an element of XML, or an entry of YAML or JSON, stands: what Liquibase's parsers forget.
 *
 * @param name the element's name without its namespace, or the key
 * @param span from the start tag to the end tag, or from the key to the end of its value
 * @param children in their order; in YAML those of a list of maps are the entries of all the maps
 * @param text the character data, or the scalar; made when it is asked for
 */
record NodeMark(String name, SourceSpan span, List<NodeMark> children, Supplier<MappedText> text) {

  /** The first child of a name. */
  Optional<NodeMark> child(String wanted) {
    return children.stream().filter(mark -> mark.name.equals(wanted)).findFirst();
  }
}
