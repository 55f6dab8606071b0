package org.mailroom.bench;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * As much of IMAP as a reader needs, for thousands of connections in one thread: a folder for each
 * user, which a bench puts mail into. It tells who waits at once.
 */
final class IdleServer implements AutoCloseable {
  private static final String SELECTED =
      """
      * %d EXISTS
      * FLAGS (\\Seen \\Deleted)
      * OK [PERMANENTFLAGS (\\Seen \\Deleted)] ok
      * OK [UIDVALIDITY 7] ok
      * OK [UIDNEXT %d] ok
      """;

  /** A user's folder: mail has the uids from 1 on. */
  private static final class Box {
    private final List<byte[]> mails = new CopyOnWriteArrayList<>();
    private final List<Instant> polls = new CopyOnWriteArrayList<>();
  }

  /** One connection. */
  private static final class Guest {
    private final SocketChannel channel;
    private final StringBuilder heard = new StringBuilder(64);
    private String user = "";
    private String waiting = "";

    Guest(SocketChannel channel) {
      this.channel = channel;
    }

    void say(String words) throws IOException {
      write(words.getBytes(StandardCharsets.ISO_8859_1));
    }

    void write(byte[] bytes) throws IOException {
      ByteBuffer buffer = ByteBuffer.wrap(bytes);
      while (buffer.hasRemaining()) {
        channel.write(buffer);
      }
    }
  }

  private final boolean idles;
  private final Selector selector = Selector.open();
  private final ServerSocketChannel listener = ServerSocketChannel.open();
  private final Map<String, Box> boxes = new ConcurrentHashMap<>();
  private final Map<String, Guest> idling = new ConcurrentHashMap<>();
  private final Queue<String> news = new ConcurrentLinkedQueue<>();
  private final ByteBuffer buffer = ByteBuffer.allocate(8 << 10);

  /**
   * @param idles whether it offers IDLE
   */
  IdleServer(boolean idles) throws IOException {
    this.idles = idles;
    listener.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 2_000);
    listener.configureBlocking(false);
    listener.register(selector, SelectionKey.OP_ACCEPT);
    Thread thread = new Thread(this::serve, "imap");
    thread.setDaemon(true);
    thread.start();
  }

  int port() {
    return listener.socket().getLocalPort();
  }

  /** Puts a mail into the folder of a user. */
  void receive(String user, byte[] mail) {
    box(user).mails.add(mail);
    news.add(user);
    selector.wakeup();
  }

  /** How many connections wait. */
  int idling() {
    return idling.size();
  }

  /** When a user's folder was looked into. */
  List<Instant> polls(String user) {
    return List.copyOf(box(user).polls);
  }

  private Box box(String user) {
    return boxes.computeIfAbsent(user, unused -> new Box());
  }

  private void serve() {
    try {
      while (selector.isOpen()) {
        selector.select(this::serve);
        tell();
      }
    } catch (IOException | java.nio.channels.ClosedSelectorException closed) {
      // the bench is over
    }
  }

  private void serve(SelectionKey key) {
    try {
      if (key.isAcceptable()) {
        accept();
      } else {
        read((Guest) key.attachment());
      }
    } catch (IOException gone) {
      leave(key);
    }
  }

  private void accept() throws IOException {
    SocketChannel channel = listener.accept();
    channel.configureBlocking(false);
    channel.socket().setTcpNoDelay(true);
    Guest guest = new Guest(channel);
    channel.register(selector, SelectionKey.OP_READ, guest);
    guest.say("* OK hello\r\n");
  }

  private void leave(SelectionKey key) {
    if (key.attachment() instanceof Guest guest) {
      idling.remove(guest.user, guest);
    }
    try {
      key.channel().close();
    } catch (IOException gone) {
      // as wanted
    }
  }

  private void read(Guest guest) throws IOException {
    buffer.clear();
    if (guest.channel.read(buffer) < 0) {
      throw new IOException("gone");
    }
    guest.heard.append(
        new String(buffer.array(), 0, buffer.position(), StandardCharsets.ISO_8859_1));
    for (int end = guest.heard.indexOf("\r\n"); end >= 0; end = guest.heard.indexOf("\r\n")) {
      String line = guest.heard.substring(0, end);
      guest.heard.delete(0, end + 2);
      hear(guest, line);
    }
  }

  private void hear(Guest guest, String line) throws IOException {
    if (!guest.waiting.isEmpty()) {
      goOn(guest, line);
      return;
    }
    String[] words = line.split(" ", 2);
    String command = words.length < 2 ? "" : words[1];
    String verb = command.toUpperCase(Locale.ROOT);
    if (verb.startsWith("AUTHENTICATE PLAIN ")) {
      logIn(guest, command.substring("AUTHENTICATE PLAIN ".length()));
    } else if (verb.startsWith("AUTHENTICATE") || verb.equals("IDLE")) {
      await(guest, words[0], verb);
      return;
    }
    guest.write(answer(guest, verb));
    guest.say(words[0] + " OK done\r\n");
  }

  private void await(Guest guest, String tag, String verb) throws IOException {
    guest.waiting = tag + " " + verb;
    if (verb.equals("IDLE")) {
      idling.put(guest.user, guest);
    }
    guest.say("+ \r\n");
  }

  private void goOn(Guest guest, String line) throws IOException {
    String tag = guest.waiting.substring(0, guest.waiting.indexOf(' '));
    if (guest.waiting.endsWith("IDLE")) {
      idling.remove(guest.user, guest);
    } else {
      logIn(guest, line);
    }
    guest.waiting = "";
    guest.say(tag + " OK done\r\n");
  }

  private static void logIn(Guest guest, String response) {
    String plain =
        new String(Base64.getDecoder().decode(response.strip()), StandardCharsets.UTF_8);
    guest.user = plain.split("\0", -1)[1];
  }

  private byte[] answer(Guest guest, String verb) {
    Box box = box(guest.user);
    if (verb.startsWith("EXAMINE") || verb.startsWith("SELECT")) {
      return ascii(SELECTED.replace("\n", "\r\n").formatted(box.mails.size(), box.mails.size() + 1));
    }
    if (verb.startsWith("UID FETCH")) {
      return fetch(box, verb.split(" ", 4));
    }
    return switch (verb.split(" ", 2)[0]) {
      case "CAPABILITY" -> ascii(
          "* CAPABILITY IMAP4rev1 AUTH=PLAIN SASL-IR" + (idles ? " IDLE\r\n" : "\r\n"));
      case "LIST" -> ascii("* LIST () \"/\" INBOX\r\n");
      default -> new byte[0];
    };
  }

  private byte[] fetch(Box box, String[] words) {
    boolean bodies = words[3].contains("BODY");
    if (!bodies) {
      box.polls.add(Instant.now());
    }
    java.io.ByteArrayOutputStream all = new java.io.ByteArrayOutputStream();
    for (int uid : uids(words[2], box.mails.size())) {
      byte[] mail = box.mails.get(uid - 1);
      String begin = "* %1$d FETCH (UID %1$d ".formatted(uid);
      if (bodies) {
        all.writeBytes(ascii(begin + "BODY[] {" + mail.length + "}\r\n"));
        all.writeBytes(mail);
        all.writeBytes(ascii(")\r\n"));
      } else {
        all.writeBytes(
            ascii(
                begin
                    + "RFC822.SIZE %d INTERNALDATE \"26-Nov-2026 12:00:00 +0000\" FLAGS ())\r\n"
                        .formatted(mail.length)));
      }
    }
    return all.toByteArray();
  }

  private static List<Integer> uids(String set, int last) {
    List<Integer> uids = new ArrayList<>();
    for (String range : set.split(",")) {
      String[] ends = range.split(":");
      int from = number(ends[0], last);
      int to = number(ends[ends.length - 1], last);
      for (int uid = Math.min(from, to); uid <= Math.max(from, to); uid++) {
        if (uid >= 1 && uid <= last) {
          uids.add(uid);
        }
      }
    }
    return uids;
  }

  private static int number(String end, int last) {
    return end.equals("*") ? last : Integer.parseInt(end);
  }

  private void tell() {
    for (String user = news.poll(); user != null; user = news.poll()) {
      Guest guest = idling.get(user);
      if (guest != null) {
        tell(guest, box(user).mails.size());
      }
    }
  }

  private void tell(Guest guest, int mails) {
    try {
      guest.say("* %d EXISTS\r\n".formatted(mails));
    } catch (IOException gone) {
      leave(guest.channel.keyFor(selector));
    }
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.ISO_8859_1);
  }

  @Override
  public void close() throws IOException {
    selector.close();
    listener.close();
  }
}
