package org.mailroom.attachment.clamd;

import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.net.SocketTimeoutException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/**
 * A connection to a socket or a TCP port on which nothing takes longer than a time for all of it;
 * without blocking, as sockets of files know no time-outs.
 */
final class Line implements Closeable {
  private static final int MAX_ANSWER = 4096;

  private final SocketChannel channel;
  private final Selector selector;
  private final long end;

  private Line(SocketChannel channel, Duration most) throws IOException {
    this.channel = channel;
    this.selector = Selector.open();
    this.end = System.nanoTime() + most.toNanos();
    channel.configureBlocking(false);
    channel.register(selector, 0);
  }

  /**
   * @throws IllegalArgumentException if this is neither a path nor host and port
   */
  static Line to(String where, Duration most) throws IOException {
    boolean path = where.startsWith("/");
    SocketChannel channel =
        path ? SocketChannel.open(StandardProtocolFamily.UNIX) : SocketChannel.open();
    try {
      Line line = new Line(channel, most);
      line.connect(path ? UnixDomainSocketAddress.of(where) : tcp(where));
      return line;
    } catch (IOException | RuntimeException e) {
      channel.close();
      throw e;
    }
  }

  private static SocketAddress tcp(String where) throws IOException {
    int colon = where.lastIndexOf(':');
    if (colon < 1 || !where.substring(colon + 1).matches("[0-9]{1,5}")) {
      throw new IllegalArgumentException("write host:port, or the path of a socket");
    }
    String host = where.substring(0, colon).replaceAll("^\\[|]$", "");
    InetSocketAddress address =
        new InetSocketAddress(host, Integer.parseInt(where.substring(colon + 1)));
    if (address.isUnresolved()) {
      throw new IOException("unknown host " + host);
    }
    return address;
  }

  private void connect(SocketAddress address) throws IOException {
    if (!channel.connect(address)) {
      do {
        await(SelectionKey.OP_CONNECT);
      } while (!channel.finishConnect());
    }
  }

  void send(ByteBuffer bytes) throws IOException {
    while (bytes.hasRemaining()) {
      if (channel.write(bytes) == 0) {
        await(SelectionKey.OP_WRITE);
      }
    }
  }

  /** What it says up to the next zero byte or the end. */
  String answer() throws IOException {
    ByteArrayOutputStream answer = new ByteArrayOutputStream();
    ByteBuffer some = ByteBuffer.allocate(MAX_ANSWER);
    while (answer.size() < MAX_ANSWER) {
      int read = channel.read(some.clear());
      if (read == 0) {
        await(SelectionKey.OP_READ);
        continue;
      }
      if (read < 0 || some.get(read - 1) == 0) {
        answer.write(some.array(), 0, Math.max(0, read - 1));
        break;
      }
      answer.write(some.array(), 0, read);
    }
    if (answer.size() == 0) {
      throw new IOException("it hung up without an answer");
    }
    return answer.toString(StandardCharsets.UTF_8).strip();
  }

  private void await(int what) throws IOException {
    long left = (end - System.nanoTime()) / 1_000_000;
    channel.keyFor(selector).interestOps(what);
    if (left <= 0 || selector.select(left) == 0) {
      throw new SocketTimeoutException("it takes too long");
    }
    selector.selectedKeys().clear();
  }

  @Override
  public void close() throws IOException {
    selector.close();
    channel.close();
  }
}
