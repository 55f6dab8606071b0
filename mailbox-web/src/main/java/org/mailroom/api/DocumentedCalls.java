package org.mailroom.api;

import java.util.Set;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.Operation;

/** Adds to the OpenAPI document what holds for all calls, so that no resource has to repeat it. */
public class DocumentedCalls implements OASFilter {
  private static final Set<String> UNSEARCHED = Set.of("messages", "received");

  @Override
  public Operation filterOperation(Operation call) {
    String resource = call.getTags().get(0);
    if (call.getOperationId().startsWith("list")) {
      page(call);
      if (!UNSEARCHED.contains(resource)) {
        call.addParameter(OASFactory.createParameter().ref("q"));
      }
    }
    // methods of different resources have the same name, operations must not
    call.setOperationId(resource + "-" + call.getOperationId());
    call.getResponses().addAPIResponse("4XX", OASFactory.createAPIResponse().ref("Problem"));
    return call;
  }

  private static void page(Operation list) {
    list.addParameter(OASFactory.createParameter().ref("page"));
    list.addParameter(OASFactory.createParameter().ref("size"));
  }
}
