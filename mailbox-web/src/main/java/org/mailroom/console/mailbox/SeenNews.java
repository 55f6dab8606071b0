package org.mailroom.console.mailbox;

import jakarta.enterprise.context.SessionScoped;
import java.io.Serializable;
import java.time.Instant;

/** Up to when a person has seen what is wrong with mailboxes, until they log out. */
@SessionScoped
public class SeenNews implements Serializable {
  private static final long serialVersionUID = 1L;

  private Instant until = Instant.MIN;

  void see(Instant news) {
    until = news;
  }

  boolean hasSeen(Instant news) {
    return !news.isAfter(until);
  }
}
