package org.mailroom.mailbox.autoconfig;

import java.io.IOException;
import java.io.StringReader;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.mailroom.mailbox.Authentication;
import org.mailroom.mailbox.EmailAddress;
import org.mailroom.mailbox.MailboxType;
import org.mailroom.mailbox.Protocol;
import org.mailroom.mailbox.Security;
import org.mailroom.mailbox.socket.ServerName;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/**
 * Reads the file that a domain publishes for mail programs ({@code config-v1.1.xml}). Strangers
 * write it: no DTD, no entities, nothing is fetched; what makes no sense is left out, and so is a
 * server without TLS, which would have the password travel readable.
 */
final class ConfigFile {
  private final Document document;
  private final EmailAddress address;

  /**
   * @param protocol null for sending
   */
  record Entry(
      Protocol protocol,
      String server,
      int port,
      Security security,
      List<Authentication> signIn,
      String user) {}

  private ConfigFile(Document document, EmailAddress address) {
    this.document = document;
    this.address = address;
  }

  /** Empty if the text is no such file. */
  static Optional<ConfigFile> parse(String text, EmailAddress address) {
    try {
      Document document =
          factory().newDocumentBuilder().parse(new InputSource(new StringReader(text)));
      return Optional.of(document)
          .filter(doc -> doc.getDocumentElement().getTagName().equals("clientConfig"))
          .map(doc -> new ConfigFile(doc, address));
    } catch (SAXException | IOException noFile) {
      return Optional.empty();
    } catch (ParserConfigurationException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private static DocumentBuilderFactory factory() throws ParserConfigurationException {
    DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
    factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
    factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
    factory.setXIncludeAware(false);
    factory.setExpandEntityReferences(false);
    return factory;
  }

  /** The servers for a type, in the order of the file, which is that of preference. */
  List<Entry> entries(MailboxType type) {
    String tag = type == MailboxType.INPUT ? "incomingServer" : "outgoingServer";
    return elements(document.getElementsByTagName(tag))
        .flatMap(server -> entry(server, type).stream())
        .toList();
  }

  private Optional<Entry> entry(Element server, MailboxType type) {
    Optional<String> kind = kind(server.getAttribute("type"), type);
    Optional<String> host = text(server, "hostname").flatMap(ServerName::ascii);
    Optional<Integer> port = text(server, "port").flatMap(ConfigFile::port);
    Optional<Security> security = text(server, "socketType").flatMap(ConfigFile::security);
    List<Authentication> signIn = signIn(server, type);
    if (kind.isEmpty() || host.isEmpty() || port.isEmpty() || security.isEmpty()) {
      return Optional.empty();
    }
    if (signIn.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        new Entry(
            type == MailboxType.INPUT ? Protocol.valueOf(kind.get()) : null,
            host.get(),
            port.get(),
            security.get(),
            signIn,
            text(server, "username").orElse(address.value())));
  }

  private static Optional<String> kind(String stated, MailboxType type) {
    List<String> known = type == MailboxType.INPUT ? List.of("IMAP", "POP3") : List.of("SMTP");
    return Optional.of(stated.toUpperCase(Locale.ROOT)).filter(known::contains);
  }

  private static Optional<Integer> port(String text) {
    return Optional.of(text)
        .filter(digits -> digits.matches("\\d{1,5}"))
        .map(Integer::valueOf)
        .filter(port -> port > 0 && port < 1 << 16);
  }

  private static Optional<Security> security(String text) {
    return switch (text) {
      case "SSL" -> Optional.of(Security.TLS);
      case "STARTTLS" -> Optional.of(Security.STARTTLS);
      default -> Optional.empty();
    };
  }

  private static List<Authentication> signIn(Element server, MailboxType type) {
    return elements(server.getElementsByTagName("authentication"))
        .map(element -> element.getTextContent().strip())
        .flatMap(word -> signIn(word).stream())
        .filter(way -> type == MailboxType.OUTPUT || way != Authentication.NONE)
        .distinct()
        .toList();
  }

  private static Optional<Authentication> signIn(String word) {
    return switch (word) {
      case "OAuth2" -> Optional.of(Authentication.OAUTH2);
      case "password-cleartext", "password-encrypted", "plain", "secure" ->
          Optional.of(Authentication.PASSWORD);
      case "none", "client-IP-address" -> Optional.of(Authentication.NONE);
      default -> Optional.empty();
    };
  }

  private Optional<String> text(Element server, String tag) {
    return elements(server.getElementsByTagName(tag))
        .map(element -> filled(element.getTextContent().strip()))
        .filter(text -> !text.isEmpty())
        .findFirst();
  }

  private String filled(String text) {
    return text.replace("%EMAILADDRESS%", address.value())
        .replace("%EMAILLOCALPART%", address.localPart())
        .replace("%EMAILDOMAIN%", address.domain());
  }

  private static Stream<Element> elements(NodeList nodes) {
    return IntStream.range(0, nodes.getLength()).mapToObj(nodes::item).map(Element.class::cast);
  }
}
