package org.mailroom.api.mailbox;

import java.util.List;
import org.mailroom.mailbox.Authentication;
import org.mailroom.mailbox.FoundSettings;
import org.mailroom.mailbox.Protocol;
import org.mailroom.mailbox.Security;

/** What was found for an address, the best first; each is the part of a mailbox's body. */
public record FoundAnswer(List<Way> items) {

  /**
   * @param protocol null for sending, as in a mailbox
   * @param explanation where it comes from, in words
   */
  public record Way(
      FoundSettings.Source source,
      String explanation,
      String provider,
      Protocol protocol,
      String server,
      int port,
      Security security,
      Authentication authentication,
      String user) {

    static Way of(FoundSettings found) {
      return new Way(
          found.source(),
          found.explanation(),
          found.provider(),
          found.protocol(),
          found.server(),
          found.port(),
          found.security(),
          found.authentication(),
          found.user());
    }
  }

  static FoundAnswer of(List<FoundSettings> found) {
    return new FoundAnswer(found.stream().map(Way::of).toList());
  }
}
