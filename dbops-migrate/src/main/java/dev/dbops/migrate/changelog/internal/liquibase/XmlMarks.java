package dev.dbops.migrate.changelog.internal.liquibase;

import dev.dbops.migrate.changelog.ChangelogComment;
import dev.dbops.migrate.changelog.SourceFile;
import dev.dbops.migrate.changelog.internal.MappedText;
import java.io.StringReader;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** Finds the elements and the comments of an XML changelog. */
final class XmlMarks {
  /** An element whose end tag has not come yet. */
  private record Open(String name, int start, int contentStart, List<NodeMark> children) {}

  private final SourceFile file;
  private final String text;
  private final List<ChangelogComment> comments = new ArrayList<>();

  private XmlMarks(SourceFile file) {
    this.file = file;
    this.text = file.text();
  }

  /**
   * Reads a file that Liquibase could read.
   *
   * @param comments receives the comments that speak to dbops
   * @throws XMLStreamException if the file needs more than XML, such as entities of its own
   */
  static NodeMark read(SourceFile file, List<ChangelogComment> comments) throws XMLStreamException {
    XmlMarks marks = new XmlMarks(file);
    NodeMark root = marks.read();
    comments.addAll(marks.comments);
    return root;
  }

  private NodeMark read() throws XMLStreamException {
    XMLStreamReader reader = factory().createXMLStreamReader(new StringReader(text));
    Deque<Open> open = new ArrayDeque<>();
    open.push(new Open("", 0, 0, new ArrayList<>()));
    while (reader.hasNext()) {
      int event = reader.next();
      int end = reader.getLocation().getCharacterOffset();
      if (event == XMLStreamConstants.START_ELEMENT) {
        int start = text.lastIndexOf('<', end - 1);
        open.push(new Open(reader.getLocalName(), start, end, new ArrayList<>()));
      } else if (event == XMLStreamConstants.END_ELEMENT) {
        Open element = open.pop();
        open.element().children().add(mark(element, end));
      } else if (event == XMLStreamConstants.COMMENT && reader.getText().contains("dbops:")) {
        int start = text.lastIndexOf("<!--", end);
        comments.add(new ChangelogComment(file.span(start, end), reader.getText().trim()));
      }
    }
    return open.element().children().get(0);
  }

  private NodeMark mark(Open element, int end) {
    int contentEnd = Math.max(element.contentStart(), text.lastIndexOf("</", end));
    return new NodeMark(
        element.name(),
        file.span(element.start(), end),
        List.copyOf(element.children()),
        () -> content(element, contentEnd));
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

  private static XMLInputFactory factory() {
    // The JDK's own: another one on the class path may count offsets in another way.
    XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    return factory;
  }
}
