package org.mailroom.inbound;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** As much of a POP3 server as a reader needs (RFC 1939). */
public final class ScriptedPop3 extends ScriptedMailServer {
  /** What is deleted in the session, which takes effect at its end. */
  private final Set<String> doomed = ConcurrentHashMap.newKeySet();

  public ScriptedPop3() {
    start();
  }

  @Override
  protected void greet(Guest guest) throws IOException {
    doomed.clear();
    if (!misbehaves("", "GREETING", guest)) {
      guest.say("+OK hello");
    }
  }

  @Override
  protected void hear(String line, Guest guest) throws IOException {
    if (misbehaves("", line, guest)) {
      return;
    }
    String[] words = line.toUpperCase(Locale.ROOT).split(" ", -1);
    switch (words[0]) {
      case "CAPA" -> say(guest, "+OK", "USER", "UIDL", "TOP", "SASL PLAIN", ".");
      case "AUTH" -> authenticate(words.length, guest);
      case "STAT" -> guest.say("+OK %d 1000".formatted(mails.size()));
      case "LIST" -> list(guest);
      case "UIDL" -> names(guest);
      case "RETR" -> say(guest, "+OK", stuffed(mail(words)) + ".");
      case "TOP" -> say(guest, "+OK", stuffed(header(mail(words))) + ".");
      case "DELE" -> {
        doomed.add(mails.get(Integer.parseInt(words[1]) - 1).uid());
        guest.say("+OK");
      }
      case "QUIT" -> {
        mails.removeIf(mail -> doomed.contains(mail.uid()));
        guest.say("+OK bye");
        guest.hangUp();
      }
      default -> guest.say("+OK");
    }
  }

  /** The mail that is in the maildrop. */
  public List<String> uids() {
    return mails.stream().map(Mail::uid).toList();
  }

  private static void say(Guest guest, String... lines) throws IOException {
    guest.say(String.join("\r\n", lines));
  }

  private static void authenticate(int words, Guest guest) throws IOException {
    if (words < 3) {
      guest.say("+ ");
      guest.hear();
    }
    guest.say("+OK");
  }

  private void list(Guest guest) throws IOException {
    StringBuilder lines = new StringBuilder("+OK\r\n");
    for (int i = 0; i < mails.size(); i++) {
      lines.append(i + 1).append(' ').append(mails.get(i).size()).append("\r\n");
    }
    guest.say(lines + ".");
  }

  private void names(Guest guest) throws IOException {
    StringBuilder lines = new StringBuilder("+OK\r\n");
    for (int i = 0; i < mails.size(); i++) {
      lines.append(i + 1).append(' ').append(mails.get(i).uid()).append("\r\n");
    }
    guest.say(lines + ".");
  }

  private String mail(String[] words) {
    Mail mail = mails.get(Integer.parseInt(words[1]) - 1);
    String text = new String(mail.bytes(), StandardCharsets.UTF_8);
    return text.endsWith("\r\n") ? text : text + "\r\n";
  }

  private static String header(String mail) {
    return mail.substring(0, mail.indexOf("\r\n\r\n") + 4);
  }

  private static String stuffed(String mail) {
    return mail.replace("\r\n.", "\r\n..");
  }
}
