package org.mailroom.attachment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.InputStream;
import java.time.Clock;
import java.util.Collection;
import java.util.Comparator;
import org.mailroom.attachment.jpa.ContentStore;
import org.mailroom.attachment.model.Pieces;

/** Keeps what files hold, each only once. Thread-safe. */
@ApplicationScoped
public class FileContents {
  @Inject ContentStore store;
  @Inject Clock clock;

  /**
   * Keeps contents in the caller's transaction. What is there already is not written again, also if
   * another node is just keeping the same: then this waits for the end of its transaction.
   */
  public void keep(Collection<byte[]> contents) {
    // always in the same order, so that two mails with the same files do not wait for each other
    contents.stream()
        .map(content -> new Named(ContentHash.of(content), content))
        .sorted(Comparator.comparing(named -> named.hash().value()))
        .forEach(named -> store.keep(named.hash(), named.content(), clock.instant()));
  }

  /**
   * Reads a content piece by piece, each when it is asked for; needs no transaction.
   *
   * @return throws an {@link java.io.IOException} if the content is not or no longer there
   */
  public InputStream open(ContentHash hash) {
    return new Pieces(number -> store.piece(hash, number));
  }

  @SuppressWarnings("ArrayRecordComponent") // never compared
  private record Named(ContentHash hash, byte[] content) {}
}
