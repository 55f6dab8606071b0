package org.mailroom.api.request;

import java.time.Instant;
import org.mailroom.request.Priority;
import org.mailroom.request.RequestView;
import org.mailroom.request.Situation;

/** A request in JSON, as lists show it. */
public record RequestRow(
    long number,
    String contract,
    long contractId,
    String client,
    String title,
    ContactAnswer contact,
    String origin,
    Situation situation,
    String flow,
    String service,
    Priority priority,
    String group,
    Instant openedAt,
    Instant closedAt) {

  static RequestRow of(RequestView request) {
    return new RequestRow(
        request.number().value(),
        request.contractNumber(),
        request.contract().value(),
        request.client(),
        request.title(),
        ContactAnswer.of(request.contact()),
        request.origin(),
        request.situation(),
        request.flow().orElse(null),
        request.classification().service(),
        request.classification().priority(),
        request.classification().group(),
        request.openedAt(),
        request.closedAt());
  }
}
