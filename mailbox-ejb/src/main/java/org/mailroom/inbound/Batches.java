package org.mailroom.inbound;

import java.util.ArrayList;
import java.util.List;
import org.mailroom.inbound.model.Listed;

/** Cuts a listing into batches that fit into memory. */
final class Batches {
  /** A mail that is larger is not downloaded. */
  static final long MAX_MAIL = 25L << 20;

  private static final int MAX_COUNT = 50;
  private static final long MAX_BYTES = 8L << 20;

  private Batches() {}

  static List<List<Listed>> of(List<Listed> mails) {
    List<List<Listed>> batches = new ArrayList<>();
    List<Listed> batch = new ArrayList<>();
    long bytes = 0;
    for (Listed mail : mails) {
      if (!batch.isEmpty() && (batch.size() == MAX_COUNT || bytes + load(mail) > MAX_BYTES)) {
        batches.add(batch);
        batch = new ArrayList<>();
        bytes = 0;
      }
      batch.add(mail);
      bytes += load(mail);
    }
    if (!batch.isEmpty()) {
      batches.add(batch);
    }
    return batches;
  }

  /** How many bytes of a batch are fetched. */
  static long load(List<Listed> batch) {
    return batch.stream().mapToLong(Batches::load).sum();
  }

  private static long load(Listed mail) {
    return tooLarge(mail.size()) ? 0 : mail.size();
  }

  static boolean tooLarge(long size) {
    return size > MAX_MAIL;
  }

  static String tooLargeWords(long size) {
    return "The mail has %d MB; at most %d MB are read.".formatted(size >> 20, MAX_MAIL >> 20);
  }
}
