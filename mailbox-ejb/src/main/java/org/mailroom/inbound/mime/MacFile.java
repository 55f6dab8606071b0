package org.mailroom.inbound.mime;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.Charset;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;

/**
 * What a part holds that a Mac packed: BinHex (RFC 1741) or AppleSingle (RFC 1740).
 *
 * @param name empty if none was packed
 */
record MacFile(String name, byte[] content) {
  private static final String APPLE = "application/applefile";
  private static final Set<String> BINHEX =
      Set.of("application/mac-binhex40", "application/mac-binhex", "application/x-binhex40");
  private static final Charset MAC = Charset.forName("x-MacRoman");
  private static final int APPLE_SINGLE = 0x00051600;
  private static final int BEFORE_COUNT = 24;
  private static final int DATA = 1;
  private static final int NAME = 3;

  /** Empty if it is none, or broken. */
  static Optional<MacFile> of(ContentKind kind, byte[] content) {
    if (BINHEX.contains(kind.type())) {
      return InlineFile.in(Slice.of(content)).stream()
          .map(file -> new MacFile(file.name(), file.content()))
          .findFirst();
    }
    return kind.is(APPLE) ? appleSingle(content) : Optional.empty();
  }

  private static Optional<MacFile> appleSingle(byte[] bytes) {
    try {
      return entry(bytes, DATA)
          .map(data -> new MacFile(new String(entry(bytes, NAME).orElse(new byte[0]), MAC), data));
    } catch (BufferUnderflowException | IllegalArgumentException broken) {
      return Optional.empty();
    }
  }

  private static Optional<byte[]> entry(byte[] bytes, int wanted) {
    ByteBuffer file = ByteBuffer.wrap(bytes);
    if (file.getInt() != APPLE_SINGLE) {
      return Optional.empty();
    }
    int entries = file.position(BEFORE_COUNT).getShort();
    for (int i = 0; i < entries; i++) {
      int id = file.getInt();
      int from = file.getInt();
      int length = file.getInt();
      if (id == wanted && from >= 0 && length >= 0 && length <= bytes.length - from) {
        return Optional.of(Arrays.copyOfRange(bytes, from, from + length));
      }
    }
    return Optional.empty();
  }
}
