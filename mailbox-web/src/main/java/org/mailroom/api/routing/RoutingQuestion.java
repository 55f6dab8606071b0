package org.mailroom.api.routing;

import jakarta.ws.rs.QueryParam;
import java.util.Objects;
import java.util.stream.Stream;
import org.mailroom.api.problem.BadCall;
import org.mailroom.api.query.Parameter;
import org.mailroom.failure.Problem;

/** Which element, under which contract; all three parameters are needed. */
public class RoutingQuestion {
  @QueryParam("contract")
  String contract;

  @QueryParam("flow")
  String flow;

  @QueryParam("element")
  String element;

  /**
   * @throws BadCall naming every parameter that is missing
   */
  RoutingQuestion complete() {
    var missing =
        Stream.of(missing("contract", contract), missing("flow", flow), missing("element", element))
            .filter(Objects::nonNull)
            .toList();
    if (!missing.isEmpty()) {
      throw new BadCall(missing);
    }
    return this;
  }

  private static Problem missing(String name, String value) {
    return Parameter.text(value).isPresent()
        ? null
        : new Problem("REQUIRED", name, "The parameter \"%s\" is missing.".formatted(name));
  }
}
