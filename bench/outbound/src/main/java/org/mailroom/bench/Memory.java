package org.mailroom.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the application holds on to over idle while it works through a long queue with large mail in
 * it: the heap that is left after a full collection, looked at again and again.
 */
final class Memory {
  private static final int LARGE_BYTES = 25 << 20;
  private static final Pattern USED = Pattern.compile("used (\\d+)K");

  private final Figures figures;
  private final Sinks sinks;

  Memory(Figures figures, Sinks sinks) {
    this.figures = figures;
    this.sinks = sinks;
  }

  void run(int small, int large) throws Exception {
    try (Store store = Store.postgres();
        Application mailroom = Application.start(store.environment(), "700m")) {
      long mailbox = mailroom.outbox("memory", sinks.port());
      double idle = held(mailroom);
      store.fill(mailbox, small / 2, 4096);
      store.fill(mailbox, large, LARGE_BYTES);
      store.fill(mailbox, small / 2, 4096);
      mailroom.resume(mailbox);
      double most = idle;
      while (store.number("SELECT COUNT(*) FROM outbox_message WHERE state <> 'SENT'") > 0) {
        most = Math.max(most, held(mailroom));
        TimeUnit.MILLISECONDS.sleep(500);
      }
      figures.add("MB", "held at most, over idle", most - idle);
      figures.add("MB", "held idle", idle);
    }
  }

  private static double held(Application mailroom) throws IOException, InterruptedException {
    jcmd(mailroom, "GC.run");
    Matcher used = USED.matcher(jcmd(mailroom, "GC.heap_info"));
    if (!used.find()) {
      throw new IOException("jcmd does not tell the heap");
    }
    return Long.parseLong(used.group(1)) / 1024.0;
  }

  private static String jcmd(Application mailroom, String command)
      throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "jcmd").toString(),
                Long.toString(mailroom.pid()),
                command)
            .redirectErrorStream(true)
            .start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    process.waitFor();
    return said;
  }
}
