package org.mailroom.request;

import java.util.Optional;
import org.mailroom.contract.ContractId;

/**
 * Which requests a list shows, newest first.
 *
 * @param text in number, title or contact, case ignored; null for all
 */
public record RequestQuery(
    String text, Optional<ContractId> contract, Optional<Situation> situation) {
  public static RequestQuery all() {
    return new RequestQuery(null, Optional.empty(), Optional.empty());
  }
}
