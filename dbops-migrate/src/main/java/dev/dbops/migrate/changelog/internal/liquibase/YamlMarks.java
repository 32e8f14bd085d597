package dev.dbops.migrate.changelog.internal.liquibase;

import dev.dbops.migrate.changelog.ChangelogComment;
import dev.dbops.migrate.changelog.SourceFile;
import dev.dbops.migrate.changelog.SourceSpan;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.events.CommentEvent;
import org.yaml.snakeyaml.events.Event;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/** Finds the entries and the comments of a YAML changelog; JSON is YAML. */
final class YamlMarks {
  private final SourceFile file;
  private final String text;
  private final int[] charOfCodePoint;

  private YamlMarks(SourceFile file) {
    this.file = file;
    this.text = file.text();
    this.charOfCodePoint = charOfCodePoint(text);
  }

  /** Reads a file that Liquibase could read; the entry is that of the whole document. */
  static NodeMark read(SourceFile file, List<ChangelogComment> comments) {
    YamlMarks marks = new YamlMarks(file);
    if (file.text().contains("dbops:")) {
      comments.addAll(marks.comments());
    }
    Node root = new Yaml(options()).compose(new StringReader(file.text()));
    return new NodeMark(
        "", file.whole(), marks.children(root), () -> YamlText.of(file, file.whole()));
  }

  private List<NodeMark> children(Node node) {
    List<NodeMark> children = new ArrayList<>();
    if (node instanceof MappingNode mapping) {
      for (NodeTuple entry : mapping.getValue()) {
        children.add(mark(entry));
      }
    } else if (node instanceof SequenceNode sequence) {
      for (Node item : sequence.getValue()) {
        if (item instanceof MappingNode) {
          children.addAll(children(item));
        }
      }
    }
    return List.copyOf(children);
  }

  private NodeMark mark(NodeTuple entry) {
    Node key = entry.getKeyNode();
    Node value = entry.getValueNode();
    String name = key instanceof ScalarNode scalar ? scalar.getValue() : "";
    int start = offset(key.getStartMark());
    // An alias has the place of its anchor, which is not here.
    int end = Math.max(offset(key.getEndMark()), end(value));
    boolean alias = offset(value.getStartMark()) < start;
    SourceSpan span = file.span(start, alias ? offset(key.getEndMark()) : end);
    SourceSpan scalar = file.span(offset(value.getStartMark()), end(value));
    return new NodeMark(name, span, children(value), () -> YamlText.of(file, scalar));
  }

  /** The end of what stands there: the mark of a block comes after the comments that follow it. */
  private int end(Node node) {
    int end = offset(node.getStartMark());
    if (node instanceof MappingNode mapping && !isFlow(mapping.getStartMark())) {
      for (NodeTuple entry : mapping.getValue()) {
        end =
            Math.max(
                end, Math.max(offset(entry.getKeyNode().getEndMark()), end(entry.getValueNode())));
      }
    } else if (node instanceof SequenceNode sequence && !isFlow(sequence.getStartMark())) {
      for (Node item : sequence.getValue()) {
        end = Math.max(end, end(item));
      }
    } else {
      int start = end;
      end = offset(node.getEndMark());
      while (end > start && Character.isWhitespace(text.charAt(end - 1))) {
        end--;
      }
    }
    return end;
  }

  private boolean isFlow(Mark start) {
    int offset = offset(start);
    return offset < text.length() && "{[".indexOf(text.charAt(offset)) >= 0;
  }

  private List<ChangelogComment> comments() {
    List<ChangelogComment> comments = new ArrayList<>();
    LoaderOptions options = options();
    options.setProcessComments(true);
    for (Event event : new Yaml(options).parse(new StringReader(text))) {
      if (event instanceof CommentEvent comment && comment.getValue().contains("dbops:")) {
        int start = offset(comment.getStartMark());
        int end = start + 1 + comment.getValue().length();
        comments.add(
            new ChangelogComment(
                file.span(start, Math.min(end, text.length())), comment.getValue().trim()));
      }
    }
    return comments;
  }

  private int offset(Mark mark) {
    return charOfCodePoint.length == 0 ? mark.getIndex() : charOfCodePoint[mark.getIndex()];
  }

  /** Marks count code points; empty where these are the same as characters. */
  private static int[] charOfCodePoint(String text) {
    int count = text.codePointCount(0, text.length());
    if (count == text.length()) {
      return new int[0];
    }
    int[] offsets = new int[count + 1];
    for (int i = 0; i < count; i++) {
      offsets[i + 1] = text.offsetByCodePoints(offsets[i], 1);
    }
    return offsets;
  }

  private static LoaderOptions options() {
    LoaderOptions options = new LoaderOptions();
    options.setCodePointLimit(Integer.MAX_VALUE);
    options.setMaxAliasesForCollections(Integer.MAX_VALUE);
    return options;
  }
}
