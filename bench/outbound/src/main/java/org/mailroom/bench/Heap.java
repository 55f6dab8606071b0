package org.mailroom.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a full collection leaves of the application's heap. */
final class Heap {
  private static final Pattern USED = Pattern.compile("used (\\d+)K");

  private Heap() {}

  /** In MB. */
  static double held(Application mailroom) throws IOException, InterruptedException {
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
