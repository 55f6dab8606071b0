package org.mailroom.bench;

import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Flows, contracts and requests, made over REST as any other program would. */
final class Desk {
  private final Application mailroom;

  Desk(Application mailroom) {
    this.mailroom = mailroom;
  }

  /** A flow from start to end with so many e-mail elements in a row. */
  void publish(String flow, int elements) {
    String tasks =
        IntStream.range(0, elements).mapToObj(Desk::element).collect(Collectors.joining());
    String connections =
        IntStream.rangeClosed(0, elements)
            .mapToObj(i -> connection(i, elements))
            .collect(Collectors.joining());
    mailroom.call(
        "POST",
        "/flows",
        "application/xml",
        """
        <bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL"
            xmlns:mailroom="urn:mailroom:bpmn:1" targetNamespace="urn:mailroom:flows">
          <bpmn:process id="%s" name="Bench" isExecutable="true">
            <bpmn:startEvent id="start"/>%s%s<bpmn:endEvent id="end"/>
          </bpmn:process>
        </bpmn:definitions>"""
            .formatted(flow, tasks, connections));
  }

  private static String element(int i) {
    return """
        <bpmn:sendTask id="mail%d" name="Mail %d"><bpmn:extensionElements>
          <mailroom:email outbox="specific" subject="%d for ${request.title}">
            <mailroom:text>Hello ${contact.name}, this is ${contract.client}.</mailroom:text>
            <mailroom:recipient type="expression" value="${request.contact.email}"/>
          </mailroom:email>
        </bpmn:extensionElements></bpmn:sendTask>"""
        .formatted(i, i, i);
  }

  private static String connection(int i, int elements) {
    return "<bpmn:sequenceFlow id=\"f%d\" sourceRef=\"%s\" targetRef=\"%s\"/>"
        .formatted(i, i == 0 ? "start" : "mail" + (i - 1), i == elements ? "end" : "mail" + i);
  }

  /** A contract whose requests run a flow and speak through a mailbox. */
  void contract(String number, long mailbox, String flow) {
    mailroom.post(
        "/contracts",
        """
        {"number": "%s", "client": "Client %s", "startDate": "2020-01-01", "outputMailbox": %d,
         "flow": "%s"}"""
            .formatted(number, number, mailbox, flow));
  }

  /** A contract whose requests come from one mailbox and speak through another. */
  void reading(String number, long inbox, long outbox, String flow) {
    mailroom.post(
        "/contracts",
        """
        {"number": "%s", "client": "Client %s", "startDate": "2020-01-01", "inputMailbox": %d,
         "outputMailbox": %d, "flow": "%s"}"""
            .formatted(number, number, inbox, outbox, flow));
  }

  /** A contract that is over, so that the mail of its mailbox is kept and no more comes of it. */
  void keeping(String number, long inbox) {
    mailroom.post(
        "/contracts",
        """
        {"number": "%s", "client": "Client %s", "startDate": "2020-01-01", "inputMailbox": %d,
         "status": "INACTIVE"}"""
            .formatted(number, number, inbox));
  }

  /** Opens a request. */
  void open(String contract) {
    mailroom.post(
        "/requests",
        """
        {"contract": "%s", "title": "Printer", "description": "It is on fire.",
         "contact": {"name": "Ana", "email": "ana@client.example"}}"""
            .formatted(contract));
  }
}
