package org.mailroom.api.request;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.mailroom.api.message.MessageAnswer;
import org.mailroom.flow.FlowRuns;
import org.mailroom.outbox.Outbox;
import org.mailroom.outbox.OutboxQuery;
import org.mailroom.paging.Slice;
import org.mailroom.request.RequestNumber;
import org.mailroom.request.RequestView;
import org.mailroom.request.ServiceRequests;

/** Gathers what belongs to a request from the components that keep it. */
@ApplicationScoped
class RequestAnswers {
  @EJB ServiceRequests requests;
  @EJB FlowRuns flowRuns;
  @EJB Outbox outbox;

  RequestAnswer get(RequestNumber number) {
    return of(requests.get(number));
  }

  RequestAnswer of(RequestView request) {
    return RequestAnswer.of(request, flowRuns.of(request.number()), messages(request.number()));
  }

  private List<MessageAnswer> messages(RequestNumber number) {
    var query = OutboxQuery.about(number.toString());
    return outbox.list(query, Slice.first(Slice.MAX_SIZE)).map(MessageAnswer::of).items();
  }
}
