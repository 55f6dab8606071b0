package org.mailroom.api.flow;

import java.io.ByteArrayInputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;

/** An XML document as it came over the wire, as text. */
final class XmlText {
  private static final String BYTE_ORDER_MARK = "\uFEFF";

  private XmlText() {}

  /**
   * @param charset as the Content-Type states it; it counts before the document's own word (RFC
   *     7303, 3)
   */
  static String of(byte[] document, Optional<String> charset) {
    String name = charset.or(() -> declared(document)).orElse(StandardCharsets.UTF_8.name());
    String text = new String(document, supported(name));
    return text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text;
  }

  // what cannot be parsed is told by whoever checks the document
  private static Optional<String> declared(byte[] document) {
    try {
      var prolog = factory().createXMLStreamReader(new ByteArrayInputStream(document));
      return Optional.ofNullable(prolog.getCharacterEncodingScheme())
          .or(() -> Optional.ofNullable(prolog.getEncoding()));
    } catch (XMLStreamException broken) {
      return Optional.empty();
    }
  }

  private static XMLInputFactory factory() {
    var factory = XMLInputFactory.newDefaultFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    return factory;
  }

  private static Charset supported(String name) {
    try {
      return Charset.forName(name);
    } catch (IllegalArgumentException unknown) {
      return StandardCharsets.UTF_8;
    }
  }
}
