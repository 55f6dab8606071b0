package org.mailroom.attachment.model;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import java.util.function.IntFunction;

/** A file that is kept in pieces, read one after the other; holds one piece at a time. */
public final class Pieces extends InputStream {
  private final IntFunction<Optional<byte[]>> pieces;
  private InputStream present = InputStream.nullInputStream();
  private int next;
  private boolean ended;

  /**
   * @param pieces gives the piece of a number, from 0; empty after the last
   */
  public Pieces(IntFunction<Optional<byte[]>> pieces) {
    this.pieces = pieces;
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public int read(byte[] into, int offset, int length) throws IOException {
    if (length == 0) {
      return 0;
    }
    int read = present.read(into, offset, length);
    while (read < 0 && advance()) {
      read = present.read(into, offset, length);
    }
    return read;
  }

  private boolean advance() throws IOException {
    Optional<byte[]> piece = ended ? Optional.empty() : pieces.apply(next);
    if (piece.isEmpty() && next == 0) {
      throw new IOException("The content of the file is not there any more");
    }
    ended = piece.isEmpty();
    next++;
    piece.ifPresent(bytes -> present = new ByteArrayInputStream(bytes));
    return !ended;
  }
}
