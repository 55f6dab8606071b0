package org.mailroom.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;

/** The limit of reading and storing: isync's mbsync into a maildir, one fsync a mail. */
final class Mbsync {
  private Mbsync() {}

  /** Mails a second of one whole folder. */
  static double rate(int port, String box, int count) throws IOException, InterruptedException {
    Path home = Application.scratch();
    Path settings = home.resolve("mbsyncrc");
    Files.writeString(
        settings,
        """
        FSync yes

        IMAPAccount bench
        Host 127.0.0.1
        Port %1$d
        User %2$s@mbsync
        Pass %3$s
        SSLType None
        AuthMechs LOGIN

        IMAPStore far
        Account bench

        MaildirStore near
        Path %4$s/
        Inbox %4$s/INBOX

        Channel bench
        Far :far:
        Near :near:
        Patterns INBOX
        Create Near
        Sync Pull
        SyncState *
        """
            .formatted(port, box, DovecotServer.PASSWORD, home));
    long start = System.nanoTime();
    Process process =
        new ProcessBuilder("mbsync", "-q", "-c", settings.toString(), "bench")
            .redirectErrorStream(true)
            .redirectOutput(home.resolve("out.log").toFile())
            .start();
    process.waitFor();
    double seconds = (System.nanoTime() - start) / 1e9;
    if (mails(home, "new") + mails(home, "cur") != count) {
      throw new IOException("mbsync did not fetch all: " + home);
    }
    delete(home);
    return count / seconds;
  }

  private static long mails(Path home, String part) throws IOException {
    try (Stream<Path> mails = Files.list(home.resolve("INBOX").resolve(part))) {
      return mails.count();
    }
  }

  private static void delete(Path home) throws IOException {
    try (Stream<Path> all = Files.walk(home)) {
      all.sorted(Comparator.reverseOrder()).forEach(path -> path.toFile().delete());
    }
  }
}
