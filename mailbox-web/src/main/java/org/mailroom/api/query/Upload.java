package org.mailroom.api.query;

import java.io.IOException;
import java.io.InputStream;

/** Bodies that are files. */
public final class Upload {
  // as much as any contract takes
  private static final int MOST = 20 << 20;

  private Upload() {}

  /** The body, up to one byte more than any contract takes, which is refused for its size. */
  public static byte[] bounded(InputStream body) throws IOException {
    return body.readNBytes(MOST + 1);
  }
}
