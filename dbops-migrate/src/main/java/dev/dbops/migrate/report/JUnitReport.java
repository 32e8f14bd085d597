package dev.dbops.migrate.report;

import dev.dbops.migrate.changelog.ReadProblem;
import dev.dbops.migrate.lint.Finding;
import dev.dbops.migrate.lint.LintReport;
import dev.dbops.migrate.lint.Severity;
import java.io.IOException;
import java.io.StringWriter;
import java.util.List;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** JUnit's XML, which build servers show as tests: one test per changeset that has findings. */
public final class JUnitReport implements ReportFormat<LintReport> {
  @Override
  public String id() {
    return "junit";
  }

  @Override
  public String fileName() {
    return "TEST-dbops-lint.xml";
  }

  @Override
  public void write(LintReport report, Appendable out) throws IOException {
    List<List<Finding>> cases = report.byChangeSet();
    StringWriter buffer = new StringWriter();
    try {
      XMLStreamWriter xml = XMLOutputFactory.newFactory().createXMLStreamWriter(buffer);
      xml.writeStartDocument("UTF-8", "1.0");
      xml.writeStartElement("testsuite");
      xml.writeAttribute("name", "dbops lint");
      int passed = report.scope().linted() - cases.size();
      xml.writeAttribute(
          "tests", String.valueOf(cases.size() + Math.min(1, passed) + report.problems().size()));
      long failures = cases.stream().filter(JUnitReport::fails).count();
      xml.writeAttribute("failures", String.valueOf(failures));
      xml.writeAttribute("errors", String.valueOf(report.problems().size()));
      for (List<Finding> findings : cases) {
        testCase(xml, findings);
      }
      if (passed > 0) {
        xml.writeEmptyElement("testcase");
        xml.writeAttribute("classname", "dbops.lint");
        xml.writeAttribute("name", Wording.counted(passed, "changeset") + " without findings");
      }
      for (ReadProblem problem : report.problems()) {
        xml.writeStartElement("testcase");
        xml.writeAttribute("classname", "dbops.lint");
        xml.writeAttribute("name", problem.span().toString());
        xml.writeStartElement("error");
        xml.writeAttribute("message", XmlCharacters.clean(problem.message()));
        xml.writeCharacters(XmlCharacters.clean(problem.remedy()));
        xml.writeEndElement();
        xml.writeEndElement();
      }
      xml.writeEndElement();
      xml.writeEndDocument();
    } catch (XMLStreamException impossible) {
      throw new IOException("the XML could not be written", impossible);
    }
    out.append(buffer.toString()).append("\n");
  }

  private static boolean fails(List<Finding> findings) {
    return findings.stream().anyMatch(each -> each.severity().isAtLeast(Severity.WARNING));
  }

  private static void testCase(XMLStreamWriter xml, List<Finding> findings)
      throws XMLStreamException {
    xml.writeStartElement("testcase");
    xml.writeAttribute("classname", "dbops.lint");
    xml.writeAttribute("name", XmlCharacters.clean(findings.get(0).changeSet().displayName()));
    StringBuilder text = new StringBuilder();
    for (Finding finding : findings) {
      text.append(finding.span())
          .append(": ")
          .append(Wording.word(finding.severity()))
          .append(" [")
          .append(finding.rule().id())
          .append("] ")
          .append(finding.message())
          .append("\n");
      finding.fix().ifPresent(fix -> text.append(FixText.of(fix)));
    }
    boolean fails = fails(findings);
    xml.writeStartElement(fails ? "failure" : "system-out");
    if (fails) {
      xml.writeAttribute("message", XmlCharacters.clean(findings.get(0).message()));
      xml.writeAttribute("type", findings.get(0).rule().id());
    }
    xml.writeCharacters(XmlCharacters.clean(text.toString()));
    xml.writeEndElement();
    xml.writeEndElement();
  }
}
