package org.mailroom.flow.bpmn;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jsoup.Jsoup;
import org.mailroom.failure.Problem;
import org.mailroom.flow.model.Findings;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/** Turns the mail tasks of Flowable into e-mail elements on the default outbox. */
final class StockMail {
  private static final Set<String> KNOWN = Set.of("to", "subject", "text", "html");
  // whom the mail is from is the outbox's to say, and all mail is UTF-8
  private static final Set<String> OURS_TO_SAY = Set.of("from", "charset");

  private final List<Problem> problems = new ArrayList<>();
  private final List<Problem> warnings = new ArrayList<>();

  Findings findings() {
    return new Findings(problems, warnings);
  }

  /** Whether there was any. */
  boolean convert(Element process) {
    List<Element> tasks =
        Bpmn.all(process, "serviceTask").stream().filter(StockMail::isMail).toList();
    tasks.forEach(this::convertTask);
    return !tasks.isEmpty();
  }

  private static boolean isMail(Element task) {
    return "mail".equalsIgnoreCase(task.getAttributeNS(Bpmn.FLOWABLE, "type"));
  }

  private void convertTask(Element task) {
    Map<String, String> fields = fields(task);
    fields.keySet().forEach(field -> judge(task, field));
    Document document = task.getOwnerDocument();
    task.removeAttributeNS(Bpmn.FLOWABLE, "type");
    Element sendTask =
        (Element) document.renameNode(task, Bpmn.MODEL, sameForm(task.getNodeName()));
    Element extension = Bpmn.children(sendTask, "extensionElements").get(0);
    Bpmn.children(extension).forEach(extension::removeChild);
    extension.appendChild(email(document, fields));
  }

  private static String sameForm(String name) {
    return name.replace("serviceTask", "sendTask");
  }

  private static Map<String, String> fields(Element task) {
    Map<String, String> fields = new LinkedHashMap<>();
    Element extension = extensionOf(task);
    for (Element field : Bpmn.children(extension)) {
      if ("field".equals(field.getLocalName())) {
        fields.put(field.getAttribute("name"), value(field));
      }
    }
    return fields;
  }

  private static Element extensionOf(Element task) {
    return Bpmn.children(task, "extensionElements").stream()
        .findFirst()
        .orElseGet(
            () -> {
              String name = task.getNodeName().replace("serviceTask", "extensionElements");
              Element made = task.getOwnerDocument().createElementNS(Bpmn.MODEL, name);
              task.insertBefore(made, task.getFirstChild());
              return made;
            });
  }

  /** Said as an attribute or as a child, as a string or as an expression. */
  private static String value(Element field) {
    for (String form : List.of("stringValue", "expression")) {
      if (field.hasAttribute(form)) {
        return field.getAttribute(form);
      }
    }
    return field.getTextContent().strip();
  }

  private void judge(Element task, String field) {
    if (OURS_TO_SAY.contains(field)) {
      warnings.add(
          problem(
              "STOCK_MAIL_FIELD",
              task,
              "says %s, which the outbox decides; it was left out",
              field));
    } else if (!KNOWN.contains(field)) {
      problems.add(
          problem("STOCK_MAIL_FIELD", task, "uses the field %s, which is not known here", field));
    }
    if (field.equals("html")) {
      warnings.add(
          problem(
              "STOCK_MAIL_HTML",
              task,
              "has an HTML %s; it became plain text, use a template for HTML",
              "text"));
    }
  }

  private static Problem problem(String code, Element task, String what, String field) {
    return new Problem(
        code,
        Bpmn.id(task),
        "The mail task \"%s\" %s.".formatted(Bpmn.called(task), what.formatted(field)));
  }

  private static Element email(Document document, Map<String, String> fields) {
    Element email = element(document, "email");
    email.setAttribute("outbox", "default");
    email.setAttribute("subject", fields.getOrDefault("subject", ""));
    Element text = element(document, "text");
    text.setTextContent(text(fields));
    email.appendChild(text);
    for (String recipient : fields.getOrDefault("to", "").split("[,;]", -1)) {
      if (!recipient.isBlank()) {
        email.appendChild(recipient(document, recipient.strip()));
      }
    }
    return email;
  }

  private static String text(Map<String, String> fields) {
    return fields.getOrDefault("text", Jsoup.parse(fields.getOrDefault("html", "")).wholeText());
  }

  private static Element recipient(Document document, String value) {
    boolean expression = value.contains("${") || value.contains("#{");
    Element recipient = element(document, "recipient");
    recipient.setAttribute("type", expression ? "expression" : "address");
    recipient.setAttribute("value", value);
    return recipient;
  }

  private static Element element(Document document, String name) {
    return document.createElementNS(Bpmn.MAILROOM, "mailroom:" + name);
  }
}
