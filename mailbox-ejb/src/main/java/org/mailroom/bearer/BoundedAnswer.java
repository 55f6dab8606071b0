package org.mailroom.bearer;

import org.eclipse.angus.mail.iap.ByteArray;

/**
 * Room for one answer of an IMAP server, whatever length the server announces. It doubles as it
 * grows, or one long line would be copied thousands of times.
 */
final class BoundedAnswer extends ByteArray {
  /** Some more than the largest mail that is read. */
  static final int LARGEST = 27 << 20;

  private static final int AT_FIRST = 256;

  /** An answer that nobody wants to hear to its end. */
  static final class TooLarge extends RuntimeException {
    private static final long serialVersionUID = 1L;

    TooLarge() {
      super("The server's answer is larger than %d MB.".formatted(LARGEST >> 20));
    }
  }

  BoundedAnswer() {
    super(AT_FIRST);
  }

  @Override
  public void grow(int more) {
    int size = getBytes().length;
    if (more < 0 || more > LARGEST - size) {
      throw new TooLarge();
    }
    super.grow(Math.max(more, Math.min(size, LARGEST - size)));
  }
}
