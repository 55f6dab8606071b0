package org.mailroom.flow;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.lang.System.Logger.Level;
import org.mailroom.flow.flowable.Instances;
import org.mailroom.flow.jpa.FlowStore;
import org.mailroom.flow.model.Run;
import org.mailroom.request.RequestFlow;
import org.mailroom.request.RequestNumber;
import org.mailroom.transaction.TakingAlong;

/** Starts and ends flows as requests open and end, in the transaction of the request. */
@ApplicationScoped
class RunsOfRequests implements RequestFlow {
  private static final System.Logger LOG = System.getLogger(RunsOfRequests.class.getName());

  @Inject FlowStore store;
  @Inject Instances instances;

  @Override
  public void ready() {
    instances.ready();
  }

  @Override
  public void opened(RequestNumber request, String flow) {
    Run run =
        TakingAlong.isAllowed()
            ? TakingAlong.work(() -> instances.startWithSteps(flow, request))
            : instances.start(flow, request);
    store.add(run);
    LOG.log(
        Level.INFO, "flow started request={0} flow={1} version={2}", request, flow, run.version());
  }

  @Override
  public void ended(RequestNumber request) {
    store.run(request).ifPresent(instances::end);
  }
}
