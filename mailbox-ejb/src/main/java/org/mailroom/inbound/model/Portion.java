package org.mailroom.inbound.model;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.mailroom.inbound.ReceivedId;

/**
 * What a worker does at a time.
 *
 * @param mails at least one
 * @param related whether they are a conversation, if only of one mail, each to be settled before
 *     the next one is looked at; else they have nothing to do with each other and may share a
 *     transaction
 */
public record Portion(List<ReceivedId> mails, boolean related) {
  public Portion {
    related |= mails.size() == 1;
  }

  /** A transaction of many saves little more, and holds up more where it has to be done again. */
  static final int MOST = 10;

  /** What is larger goes alone: a transaction holds in memory what it has read. */
  static final long SMALL = 256 << 10;

  /**
   * Deals out mail so that each worker gets some of it.
   *
   * @param conversations each oldest first, as then are the portions by their first mail
   */
  public static List<Portion> of(Iterable<List<Waiting>> conversations, int workers) {
    List<ReceivedId> unrelated = new ArrayList<>();
    List<Portion> portions = new ArrayList<>();
    for (List<Waiting> one : conversations) {
      if (one.size() == 1 && one.get(0).size() <= SMALL) {
        unrelated.add(one.get(0).id());
      } else {
        portions.add(new Portion(one.stream().map(Waiting::id).toList(), true));
      }
    }
    int share = Math.min(MOST, 1 + (unrelated.size() - 1) / workers);
    for (int i = 0; i < unrelated.size(); i += share) {
      int end = Math.min(i + share, unrelated.size());
      portions.add(new Portion(unrelated.subList(i, end), false));
    }
    portions.sort(Comparator.comparingLong(it -> it.mails().get(0).value()));
    return portions;
  }
}
