package org.mailroom.api;

import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.Operation;

/** Adds to the OpenAPI document what holds for all calls, so that no resource has to repeat it. */
public class DocumentedCalls implements OASFilter {
  private static final String LIST = "list";

  @Override
  public Operation filterOperation(Operation call) {
    if (LIST.equals(call.getOperationId())) {
      call.addParameter(OASFactory.createParameter().ref("page"));
      call.addParameter(OASFactory.createParameter().ref("size"));
      call.addParameter(OASFactory.createParameter().ref("q"));
    }
    // methods of different resources have the same name, operations must not
    call.setOperationId(call.getTags().get(0) + "-" + call.getOperationId());
    call.getResponses().addAPIResponse("4XX", OASFactory.createAPIResponse().ref("Problem"));
    return call;
  }
}
