package org.mailroom.flow.email;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import org.flowable.bpmn.model.BaseElement;
import org.flowable.bpmn.model.SendTask;
import org.flowable.engine.impl.bpmn.parser.BpmnParse;
import org.flowable.engine.impl.bpmn.parser.handler.AbstractActivityBpmnParseHandler;

/** Makes every send task of a diagram an e-mail element, in place of the engine's own mail task. */
@Dependent
class EmailParseHandler extends AbstractActivityBpmnParseHandler<SendTask> {
  @Inject EmailSending sending;

  @Override
  public Class<? extends BaseElement> getHandledType() {
    return SendTask.class;
  }

  @Override
  protected void executeParse(BpmnParse parse, SendTask task) {
    task.setBehavior(new EmailBehavior(EmailElements.read(task), sending));
  }
}
