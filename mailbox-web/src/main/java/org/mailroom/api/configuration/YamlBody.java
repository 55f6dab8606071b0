package org.mailroom.api.configuration;

import jakarta.ws.rs.ClientErrorException;
import jakarta.ws.rs.core.Response.Status;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import org.mailroom.api.problem.BadCall;

/** A YAML body, which is UTF-8 (RFC 9512) and of some size. */
final class YamlBody {
  private static final int MAX_BYTES = 16 * 1024 * 1024;

  private YamlBody() {}

  static String read(InputStream body) throws IOException {
    byte[] bytes = body.readNBytes(MAX_BYTES + 1);
    if (bytes.length > MAX_BYTES) {
      throw new ClientErrorException(
          "A configuration has at most 16 MB.", Status.REQUEST_ENTITY_TOO_LARGE);
    }
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException otherCharset) {
      throw BadCall.of("CHARSET", "", "The body must be UTF-8.");
    }
  }
}
