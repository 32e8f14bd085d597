package dev.dbops.migrate.report;

import dev.dbops.migrate.drift.DriftReport;
import java.io.IOException;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** JUnit's XML, which build servers show as tests: one failed test for each difference. */
public final class DriftJUnitReport implements ReportFormat<DriftReport> {
  private static final String CLASS_NAME = "dbops.drift";

  @Override
  public String id() {
    return "junit";
  }

  @Override
  public String fileName() {
    return "TEST-dbops-drift.xml";
  }

  @Override
  public void write(DriftReport report, Appendable out) throws IOException {
    List<SideBySide> differences = SideBySide.of(report);
    StringWriter buffer = new StringWriter();
    try {
      XMLStreamWriter xml = XMLOutputFactory.newFactory().createXMLStreamWriter(buffer);
      xml.writeStartDocument("UTF-8", "1.0");
      xml.writeStartElement("testsuite");
      xml.writeAttribute("name", "dbops drift");
      xml.writeAttribute("tests", String.valueOf(Math.max(1, differences.size())));
      xml.writeAttribute("failures", String.valueOf(differences.size()));
      xml.writeAttribute("errors", "0");
      if (differences.isEmpty()) {
        xml.writeEmptyElement("testcase");
        xml.writeAttribute("classname", CLASS_NAME);
        xml.writeAttribute("name", XmlCharacters.clean(DriftWording.summary(report)));
      }
      for (SideBySide difference : differences) {
        testCase(xml, difference);
      }
      xml.writeStartElement("system-out");
      List<String> lines = new ArrayList<>(DriftWording.history(report));
      lines.addAll(DriftWording.notes(report));
      xml.writeCharacters(XmlCharacters.clean(String.join("\n", lines)));
      xml.writeEndElement();
      xml.writeEndElement();
      xml.writeEndDocument();
    } catch (XMLStreamException impossible) {
      throw new IOException("the XML could not be written", impossible);
    }
    out.append(buffer.toString()).append("\n");
  }

  private static void testCase(XMLStreamWriter xml, SideBySide difference)
      throws XMLStreamException {
    xml.writeStartElement("testcase");
    xml.writeAttribute("classname", CLASS_NAME);
    xml.writeAttribute("name", XmlCharacters.clean(difference.key().toString()));
    xml.writeStartElement("failure");
    xml.writeAttribute("type", difference.what());
    xml.writeAttribute("message", XmlCharacters.clean(difference.sentence()));
    StringBuilder text = new StringBuilder();
    for (SideBySide.Row row : difference.rows()) {
      text.append(row.attribute())
          .append("\n  expected ")
          .append(row.expected().orElse(DriftWording.NOTHING))
          .append("\n  actual   ")
          .append(row.actual().orElse(DriftWording.NOTHING))
          .append("\n");
    }
    xml.writeCharacters(XmlCharacters.clean(text.toString()));
    xml.writeEndElement();
    xml.writeEndElement();
  }
}
