package org.mailroom.bench;

import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** When the sink had which message whole, by its own clock. */
final class Arrivals implements Sink.Taker {
  private static final String HEADER = "message-id:";

  private final Map<String, Instant> times = new ConcurrentHashMap<>();

  @Override
  public void take(InputStream in) throws IOException {
    String id = "";
    for (String line = Sink.line(in); !".".equals(line); line = Sink.line(in)) {
      if (line == null) {
        throw new IOException("cut off");
      }
      if (id.isEmpty() && line.regionMatches(true, 0, HEADER, 0, HEADER.length())) {
        id = line.substring(HEADER.length()).strip();
      }
    }
    times.put(id, Instant.now());
  }

  Map<String, Instant> times() {
    return times;
  }
}
