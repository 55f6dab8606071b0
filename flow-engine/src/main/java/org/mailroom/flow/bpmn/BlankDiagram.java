package org.mailroom.flow.bpmn;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.xml.sax.SAXException;

/** What drawing a new flow begins with. */
public final class BlankDiagram {
  private static final String RESOURCE = "blank.bpmn";

  private BlankDiagram() {}

  /** Start, one e-mail element to the request's contact, end. */
  public static String of(String key, String name) {
    Document document = template();
    Element process = Bpmn.all(document.getDocumentElement(), "process").get(0);
    process.setAttribute("id", key);
    process.setAttribute("name", name);
    Layout.complete(document, process);
    return Xml.write(document);
  }

  private static Document template() {
    try (InputStream resource = BlankDiagram.class.getResourceAsStream(RESOURCE)) {
      return Xml.read(new String(resource.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read " + RESOURCE, e);
    } catch (SAXException e) {
      throw new IllegalStateException(RESOURCE + " is broken", e);
    }
  }
}
