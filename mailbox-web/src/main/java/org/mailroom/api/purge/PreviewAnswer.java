package org.mailroom.api.purge;

import java.util.Map;
import org.mailroom.purge.Amount;
import org.mailroom.purge.PurgeKind;

/** What a purge would remove, in JSON. */
public record PreviewAnswer(Amount messages, Amount bodies, Amount received, Amount files) {

  static PreviewAnswer of(Map<PurgeKind, Amount> amounts) {
    return new PreviewAnswer(
        amounts.get(PurgeKind.MESSAGES),
        amounts.get(PurgeKind.BODIES),
        amounts.get(PurgeKind.RECEIVED),
        amounts.get(PurgeKind.FILES));
  }
}
