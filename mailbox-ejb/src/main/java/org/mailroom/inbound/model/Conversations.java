package org.mailroom.inbound.model;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Parts waiting mail so that what belongs together stays together and in its order: by sender,
 * subject and the mails that it answers. Rather too much in one part than too little.
 */
public final class Conversations {
  private final int[] joined;

  private Conversations(List<Waiting> mails) {
    joined = IntStream.range(0, mails.size()).toArray();
    Map<String, Integer> seen = new HashMap<>();
    for (int i = 0; i < joined.length; i++) {
      int mail = i;
      mails.get(i).marks().forEach(mark -> join(mail, seen.putIfAbsent(mark, mail)));
    }
  }

  /**
   * @param mails oldest first, as then is each part, and are the parts by their first mail
   */
  public static Collection<List<Waiting>> of(List<Waiting> mails) {
    Conversations all = new Conversations(mails);
    return IntStream.range(0, mails.size())
        .boxed()
        .collect(
            Collectors.groupingBy(
                all::first, TreeMap::new, Collectors.mapping(mails::get, Collectors.toList())))
        .values();
  }

  private void join(int mail, Integer other) {
    if (other != null) {
      int one = first(mail);
      int two = first(other);
      joined[Math.max(one, two)] = Math.min(one, two);
    }
  }

  private int first(int mail) {
    int at = mail;
    while (joined[at] != at) {
      at = joined[at];
    }
    return at;
  }
}
