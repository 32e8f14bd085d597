package dev.dbops.migrate.sql.internal;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.Predicate;
import org.antlr.v4.runtime.ParserRuleContext;

/**
 * Visits the nodes of a tree in the order of the text, without recursion: {@code a OR b OR c …}
 * makes a tree as deep as it is long.
 */
final class TreeWalk {
  private TreeWalk() {}

  /**
   * Visits a node and all below it.
   *
   * @param visitor answers whether to look below the node
   */
  static void from(ParserRuleContext root, Predicate<ParserRuleContext> visitor) {
    Deque<ParserRuleContext> waiting = new ArrayDeque<>();
    waiting.push(root);
    while (!waiting.isEmpty()) {
      ParserRuleContext node = waiting.pop();
      if (visitor.test(node)) {
        for (int i = node.getChildCount() - 1; i >= 0; i--) {
          if (node.getChild(i) instanceof ParserRuleContext child) {
            waiting.push(child);
          }
        }
      }
    }
  }
}
