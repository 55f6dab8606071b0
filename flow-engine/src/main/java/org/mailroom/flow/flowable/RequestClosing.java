package org.mailroom.flow.flowable;

import java.util.EnumSet;
import org.flowable.common.engine.api.delegate.event.FlowableEngineEntityEvent;
import org.flowable.common.engine.api.delegate.event.FlowableEngineEventType;
import org.flowable.engine.delegate.event.AbstractFlowableEngineEventListener;
import org.flowable.engine.impl.persistence.entity.ExecutionEntity;
import org.mailroom.request.RequestNumber;
import org.mailroom.request.ServiceRequests;

/** Tells the request that its flow has come to its end, in the transaction of the last step. */
final class RequestClosing extends AbstractFlowableEngineEventListener {
  private final ServiceRequests requests;

  RequestClosing(ServiceRequests requests) {
    super(
        EnumSet.of(
            FlowableEngineEventType.PROCESS_COMPLETED,
            FlowableEngineEventType.PROCESS_COMPLETED_WITH_TERMINATE_END_EVENT));
    this.requests = requests;
  }

  @Override
  protected void processCompleted(FlowableEngineEntityEvent event) {
    close((ExecutionEntity) event.getEntity());
  }

  @Override
  protected void processCompletedWithTerminateEnd(FlowableEngineEntityEvent event) {
    ExecutionEntity ended = (ExecutionEntity) event.getEntity();
    if (ended.isProcessInstanceType()) { // else it was a sub-process that ended
      close(ended);
    }
  }

  private void close(ExecutionEntity instance) {
    requests.flowEnded(new RequestNumber(Long.parseLong(instance.getBusinessKey())));
  }
}
