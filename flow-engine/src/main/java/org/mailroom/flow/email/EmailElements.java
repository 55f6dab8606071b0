package org.mailroom.flow.email;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.flowable.bpmn.converter.BpmnXMLConverter;
import org.flowable.bpmn.model.BpmnModel;
import org.flowable.bpmn.model.ExtensionElement;
import org.flowable.bpmn.model.SendTask;

/** Reads e-mail elements out of diagrams: one reader for checking and for running. */
public final class EmailElements {
  private static final String NAMESPACE = "urn:mailroom:bpmn:1";

  private EmailElements() {}

  /** All of a diagram that the engine can read, sub-processes included. */
  public static List<EmailElement> in(String executable) {
    byte[] bytes = executable.getBytes(StandardCharsets.UTF_8);
    BpmnModel model =
        new BpmnXMLConverter()
            .convertToBpmnModel(() -> new ByteArrayInputStream(bytes), false, true);
    return model.getProcesses().stream()
        .flatMap(process -> process.findFlowElementsOfType(SendTask.class, true).stream())
        .map(EmailElements::read)
        .toList();
  }

  static EmailElement read(SendTask task) {
    Optional<ExtensionElement> email =
        children(task.getExtensionElements().get("email")).findFirst();
    return new EmailElement(
        task.getId(),
        Optional.ofNullable(task.getName()).orElse(""),
        attribute(email, "outbox").orElse("default"),
        attribute(email, "mailbox").orElse(""),
        attribute(email, "template").orElse(""),
        attribute(email, "subject").orElse(""),
        below(email, "text").findFirst().map(ExtensionElement::getElementText).orElse("").strip(),
        below(email, "recipient").map(EmailElements::recipient).toList());
  }

  private static Recipient recipient(ExtensionElement recipient) {
    return Recipient.of(
        attribute(Optional.of(recipient), "type").orElse(""),
        attribute(Optional.of(recipient), "value").orElse(""));
  }

  private static Stream<ExtensionElement> below(Optional<ExtensionElement> email, String name) {
    return email.stream().flatMap(parent -> children(parent.getChildElements().get(name)));
  }

  private static Stream<ExtensionElement> children(List<ExtensionElement> elements) {
    return Stream.ofNullable(elements)
        .flatMap(List::stream)
        .filter(element -> NAMESPACE.equals(element.getNamespace()));
  }

  /** What is blank counts as left out. */
  private static Optional<String> attribute(Optional<ExtensionElement> element, String name) {
    return element
        .map(present -> present.getAttributeValue(null, name))
        .map(String::strip)
        .filter(value -> !value.isEmpty());
  }
}
