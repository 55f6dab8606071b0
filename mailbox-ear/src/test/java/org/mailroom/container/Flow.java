package org.mailroom.container;

/** The smallest flow with an e-mail element of each kind. */
final class Flow {
  static final String TEXT =
      """
      <bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:mailroom="urn:mailroom:bpmn:1" targetNamespace="urn:mailroom:flows">
        <bpmn:process id="two-mails" name="Two mails" isExecutable="true">
          <bpmn:startEvent id="start"/>
          <bpmn:sequenceFlow id="f1" sourceRef="start" targetRef="first"/>
          <bpmn:sendTask id="first" name="First">
            <bpmn:extensionElements>
              <mailroom:email outbox="default" subject="First">
                <mailroom:text>Hello</mailroom:text>
                <mailroom:recipient type="expression" value="${request.contact.email}"/>
              </mailroom:email>
            </bpmn:extensionElements>
          </bpmn:sendTask>
          <bpmn:sequenceFlow id="f2" sourceRef="first" targetRef="second"/>
          <bpmn:sendTask id="second" name="Second">
            <bpmn:extensionElements>
              <mailroom:email outbox="specific" subject="Second">
                <mailroom:text>Hello</mailroom:text>
                <mailroom:recipient type="expression" value="${request.contact.email}"/>
              </mailroom:email>
            </bpmn:extensionElements>
          </bpmn:sendTask>
          <bpmn:sequenceFlow id="f3" sourceRef="second" targetRef="end"/>
          <bpmn:endEvent id="end"/>
        </bpmn:process>
      </bpmn:definitions>
      """;

  private Flow() {}
}
