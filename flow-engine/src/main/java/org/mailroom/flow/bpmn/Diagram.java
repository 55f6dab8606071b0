package org.mailroom.flow.bpmn;

import java.util.List;
import org.mailroom.failure.Problem;
import org.mailroom.flow.InvalidFlow;
import org.mailroom.flow.model.Findings;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;

/**
 * One process as it was drawn. Mail tasks of other tools have become e-mail elements, and a diagram
 * that came without positions has got some; everything else is as it came.
 */
public final class Diagram {
  private static final int MAX_LENGTH = 2 * 1024 * 1024;

  private final Document document;
  private final Element process;
  private final String xml;
  private final Findings conversion;

  private Diagram(Document document, Element process, String xml, Findings conversion) {
    this.document = document;
    this.process = process;
    this.xml = xml;
    this.conversion = conversion;
  }

  /**
   * Reads a diagram.
   *
   * @throws InvalidFlow if it is no BPMN document with exactly one process
   */
  public static Diagram read(String xml) {
    if (xml.length() > MAX_LENGTH) {
      throw refused("XML_TOO_LARGE", "The diagram is larger than 2 MB.");
    }
    Document document = parse(xml);
    Element process = onlyProcess(document);
    StockMail stock = new StockMail();
    boolean converted = stock.convert(process);
    boolean changed = Layout.complete(document, process) || converted;
    return new Diagram(document, process, changed ? Xml.write(document) : xml, stock.findings());
  }

  private static Document parse(String xml) {
    try {
      return Xml.read(xml);
    } catch (SAXParseException e) {
      throw refused(
          "XML_NOT_READABLE",
          "The diagram is no XML that may be read: line %d: %s"
              .formatted(e.getLineNumber(), e.getMessage()));
    } catch (SAXException e) {
      throw refused(
          "XML_NOT_READABLE", "The diagram is no XML that may be read: " + e.getMessage());
    }
  }

  private static Element onlyProcess(Document document) {
    Element root = document.getDocumentElement();
    if (!Bpmn.is(root, "definitions")) {
      throw refused("NOT_BPMN", "The document is no BPMN 2.0 diagram.");
    }
    List<Element> processes = Bpmn.children(root, "process");
    if (processes.size() != 1) {
      throw refused(
          "PROCESS_COUNT",
          "A diagram holds exactly one process; this one holds %d.".formatted(processes.size()));
    }
    return processes.get(0);
  }

  private static InvalidFlow refused(String code, String message) {
    return new InvalidFlow(List.of(new Problem(code, "", message)));
  }

  /** The process id: what the flow is known by. */
  public String key() {
    return Bpmn.id(process);
  }

  public String name() {
    return Bpmn.called(process);
  }

  public String description() {
    return Bpmn.text(process, "documentation");
  }

  /** As it is kept and shown. */
  public String xml() {
    return xml;
  }

  /** As the engine gets it. */
  public String executable() {
    return Executable.of(document);
  }

  /** What the conversion and all rules of drawing found. */
  public Findings findings() {
    return conversion.and(Findings.problems(Rules.problemsIn(document, process)));
  }

  /** The conditions on connections: id of the connection and text. */
  public List<Condition> conditions() {
    return Bpmn.all(process, "sequenceFlow").stream()
        .filter(flow -> !Bpmn.children(flow, "conditionExpression").isEmpty())
        .map(flow -> new Condition(Bpmn.id(flow), Bpmn.text(flow, "conditionExpression")))
        .toList();
  }

  /** A condition on a connection. */
  public record Condition(String connection, String text) {}
}
