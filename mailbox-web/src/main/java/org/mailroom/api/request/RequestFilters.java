package org.mailroom.api.request;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.QueryParam;
import org.mailroom.api.query.Parameter;
import org.mailroom.api.reference.ContractReferences;
import org.mailroom.request.RequestQuery;
import org.mailroom.request.Situation;

/** Reads which requests a list shall show. */
@ApplicationScoped
class RequestFilters {
  /** As the caller states them. */
  public static class Parameters {
    @QueryParam("contract")
    String contract;

    @QueryParam("situation")
    String situation;
  }

  @Inject ContractReferences contracts;

  RequestQuery query(String text, Parameters wanted) {
    return new RequestQuery(
        text,
        Parameter.text(wanted.contract).map(contracts::get),
        Parameter.choice("situation", wanted.situation, Situation.class));
  }
}
