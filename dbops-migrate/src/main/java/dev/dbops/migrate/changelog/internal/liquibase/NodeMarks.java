package dev.dbops.migrate.changelog.internal.liquibase;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import liquibase.parser.core.ParsedNode;

/** Which node of Liquibase's tree stands where. */
final class NodeMarks {
  private final boolean xml;
  private final IdentityHashMap<ParsedNode, NodeMark> marks = new IdentityHashMap<>();

  /**
   * Walks through both trees at once.
   *
   * @param node with the children that Liquibase knows
   * @param mark of the same node
   * @param xml whether the marks are those of elements, and not of keys, which may be attributes
   */
  NodeMarks(ParsedNode node, NodeMark mark, boolean xml) {
    this.xml = xml;
    add(node, mark);
  }

  /** Whether a node is certainly more than an attribute. */
  boolean isElement(ParsedNode node) {
    return xml && marks.containsKey(node);
  }

  /** Where a node stands; that of the node above it if its own place is not known. */
  NodeMark of(ParsedNode node, NodeMark above) {
    return marks.getOrDefault(node, above);
  }

  private void add(ParsedNode node, NodeMark mark) {
    marks.put(node, mark);
    Map<String, Deque<NodeMark>> byName = new HashMap<>();
    for (NodeMark child : mark.children()) {
      byName.computeIfAbsent(child.name(), name -> new ArrayDeque<>()).push(child);
    }
    // From the end: to Liquibase attributes are children as well, and come before the elements.
    List<ParsedNode> children = node.getChildren();
    for (int i = children.size() - 1; i >= 0; i--) {
      Deque<NodeMark> left = byName.get(children.get(i).getName());
      if (left != null && !left.isEmpty()) {
        add(children.get(i), left.pop());
      }
    }
  }
}
