package org.mailroom.vault;

import java.nio.ByteBuffer;
import java.util.Optional;

/** Names a key without telling anything of it: eight hexadecimal digits. */
public record KeyId(String value) {
  // Tink, "wire format": what it seals begins with one byte of its own and the key's number
  private static final byte TINK = 1;
  private static final int PREFIX = 5;

  static KeyId of(int number) {
    return new KeyId("%08x".formatted(number));
  }

  /** The key that a sealed value was sealed under; empty if it is none of ours. */
  static Optional<KeyId> ofSealed(byte[] sealed) {
    return sealed.length > PREFIX && sealed[0] == TINK
        ? Optional.of(of(ByteBuffer.wrap(sealed, 1, Integer.BYTES).getInt()))
        : Optional.empty();
  }

  @Override
  public String toString() {
    return value;
  }
}
