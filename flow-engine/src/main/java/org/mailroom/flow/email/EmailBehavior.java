package org.mailroom.flow.email;

import org.flowable.engine.delegate.DelegateExecution;
import org.flowable.engine.impl.bpmn.behavior.FlowNodeActivityBehavior;
import org.flowable.engine.impl.util.ProcessDefinitionUtil;
import org.flowable.engine.repository.ProcessDefinition;
import org.mailroom.request.RequestNumber;

/** What the engine does at an e-mail element. */
final class EmailBehavior extends FlowNodeActivityBehavior {
  private static final long serialVersionUID = 1L;

  private final transient EmailElement element;
  private final transient EmailSending sending;

  EmailBehavior(EmailElement element, EmailSending sending) {
    this.element = element;
    this.sending = sending;
  }

  @Override
  public void execute(DelegateExecution execution) {
    try {
      sending.send(element, step(execution));
    } catch (RuntimeException e) {
      throw new EmailFailed(element, e);
    }
    leave(execution);
  }

  private static EmailSending.Step step(DelegateExecution execution) {
    ProcessDefinition flow =
        ProcessDefinitionUtil.getProcessDefinition(execution.getProcessDefinitionId());
    return new EmailSending.Step(
        new RequestNumber(Long.parseLong(execution.getProcessInstanceBusinessKey())),
        flow.getKey(),
        flow.getVersion(),
        execution::getVariable);
  }
}
