package org.mailroom.bench;

import jakarta.mail.Flags;
import jakarta.mail.Folder;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.Session;
import jakarta.mail.Store;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Properties;

/** What programs commonly do with Jakarta Mail, mail by mail and part by part. */
final class OneByOne {
  private static final int MINUTE = 60_000;

  private OneByOne() {}

  /** Mails a second of the first mails of a folder. */
  static double rate(int port, String box, int count) throws MessagingException, IOException {
    return with(
        port,
        box,
        Folder.READ_ONLY,
        folder -> {
          long start = System.nanoTime();
          for (Message mail : folder.getMessages(1, count)) {
            mail.getSubject();
            read(mail);
          }
          return count / ((System.nanoTime() - start) / 1e9);
        });
  }

  private static void read(Part part) throws MessagingException, IOException {
    if (part.isMimeType("multipart/*")) {
      Multipart parts = (Multipart) part.getContent();
      for (int i = 0; i < parts.getCount(); i++) {
        read(parts.getBodyPart(i));
      }
    } else {
      try (InputStream content = part.getInputStream()) {
        content.transferTo(OutputStream.nullOutputStream());
      }
    }
  }

  /** Makes all mail of a folder unread again. */
  static void unread(int port, String box) throws MessagingException, IOException {
    with(
        port,
        box,
        Folder.READ_WRITE,
        folder -> {
          folder.setFlags(1, folder.getMessageCount(), new Flags(Flags.Flag.SEEN), false);
          return folder.getMessageCount();
        });
  }

  /** What is done with a folder. */
  private interface Work<T> {
    T in(Folder folder) throws MessagingException, IOException;
  }

  private static <T> T with(int port, String box, int mode, Work<T> work)
      throws MessagingException, IOException {
    Properties settings = new Properties();
    settings.put("mail.imap.connectiontimeout", MINUTE);
    settings.put("mail.imap.timeout", MINUTE);
    try (Store store = Session.getInstance(settings).getStore("imap")) {
      store.connect("127.0.0.1", port, box + "@bench", DovecotServer.PASSWORD);
      try (Folder folder = store.getFolder("INBOX")) {
        folder.open(mode);
        return work.in(folder);
      }
    }
  }
}
