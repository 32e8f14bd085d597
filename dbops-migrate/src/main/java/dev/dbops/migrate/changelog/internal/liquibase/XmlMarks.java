package dev.dbops.migrate.changelog.internal.liquibase;

import dev.dbops.migrate.changelog.ChangelogComment;
import dev.dbops.migrate.changelog.SourceFile;
import dev.dbops.migrate.changelog.internal.MappedText;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/**
 * Finds the elements and the comments of an XML changelog that Liquibase's parser has found
 * well-formed. Parsers of the JDK tell where they are reading, which is somewhat behind what they
 * report; this needs the first and the last character.
 */
final class XmlMarks {
  /** An element whose end tag has not come yet. */
  private record Open(String name, int start, int contentStart, List<NodeMark> children) {}

  private final SourceFile file;
  private final String text;
  private final List<ChangelogComment> comments;
  private final Deque<Open> open = new ArrayDeque<>();

  private XmlMarks(SourceFile file, List<ChangelogComment> comments) {
    this.file = file;
    this.text = file.text();
    this.comments = comments;
  }

  /**
   * Finds the root element.
   *
   * @param comments receives the comments that speak to dbops
   */
  static NodeMark read(SourceFile file, List<ChangelogComment> comments) {
    return new XmlMarks(file, comments).read();
  }

  private NodeMark read() {
    open.push(new Open("", 0, 0, new ArrayList<>()));
    int i = text.indexOf('<');
    while (i >= 0) {
      i = text.indexOf('<', markup(i));
    }
    return open.element().children().get(0);
  }

  /** Reads what begins at a "less than" sign, and gives the offset after it. */
  private int markup(int start) {
    if (text.startsWith("<!--", start)) {
      int end = after("-->", start + 4);
      comment(start, end);
      return end;
    }
    if (text.startsWith("<![CDATA[", start)) {
      return after("]]>", start);
    }
    if (text.startsWith("<?", start)) {
      return after("?>", start);
    }
    if (text.startsWith("<!", start)) {
      return afterDoctype(start);
    }
    int end = afterTag(start);
    if (text.startsWith("</", start)) {
      close(start, end);
    } else {
      open.push(new Open(name(start + 1), start, end, new ArrayList<>()));
      if (text.charAt(end - 2) == '/') {
        close(end, end);
      }
    }
    return end;
  }

  private void close(int contentEnd, int end) {
    Open element = open.pop();
    open.element()
        .children()
        .add(
            new NodeMark(
                element.name(),
                file.span(element.start(), end),
                List.copyOf(element.children()),
                () -> content(element, contentEnd)));
  }

  /** The character data of an element itself, without that of the elements in it. */
  private MappedText content(Open element, int end) {
    MappedText.Builder content = MappedText.builder(file);
    int from = element.contentStart();
    for (NodeMark child : element.children()) {
      XmlText.append(content, text, from, child.span().start());
      from = child.span().end();
    }
    XmlText.append(content, text, from, end);
    return content.build();
  }

  private void comment(int start, int end) {
    String content = text.substring(start + 4, Math.max(start + 4, end - 3));
    if (content.contains("dbops:")) {
      comments.add(new ChangelogComment(file.span(start, end), content.trim()));
    }
  }

  /** The local name of the element whose name begins at an offset. */
  private String name(int start) {
    int end = start;
    while (" \t\r\n/>".indexOf(text.charAt(end)) < 0) {
      end++;
    }
    String name = text.substring(start, end);
    return name.substring(name.indexOf(':') + 1);
  }

  private int afterTag(int start) {
    int i = start;
    while (text.charAt(i) != '>') {
      char c = text.charAt(i);
      i = c == '"' || c == '\'' ? after(String.valueOf(c), i + 1) : i + 1;
    }
    return i + 1;
  }

  private int afterDoctype(int start) {
    int bracket = text.indexOf('[', start);
    int end = text.indexOf('>', start);
    return bracket >= 0 && bracket < end ? after(">", after("]", bracket)) : end + 1;
  }

  private int after(String sign, int from) {
    int found = text.indexOf(sign, from);
    return found < 0 ? text.length() : found + sign.length();
  }
}
