package org.mailroom.roles;

/** The smallest flow that sends by the mailbox of the request's contract. */
final class OneMail {
  static final String FLOW =
      """
      <bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:mailroom="urn:mailroom:bpmn:1" targetNamespace="urn:mailroom:flows">
        <bpmn:process id="roles-RUN" name="One mail RUN" isExecutable="true">
          <bpmn:startEvent id="start"/>
          <bpmn:sequenceFlow id="f1" sourceRef="start" targetRef="tell"/>
          <bpmn:sendTask id="tell" name="Tell">
            <bpmn:extensionElements>
              <mailroom:email outbox="specific" subject="Told">
                <mailroom:text>Hello</mailroom:text>
                <mailroom:recipient type="expression" value="${request.contact.email}"/>
              </mailroom:email>
            </bpmn:extensionElements>
          </bpmn:sendTask>
          <bpmn:sequenceFlow id="f2" sourceRef="tell" targetRef="end"/>
          <bpmn:endEvent id="end"/>
        </bpmn:process>
      </bpmn:definitions>
      """;

  private OneMail() {}
}
