package org.mailroom.dns;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.xbill.DNS.DClass;
import org.xbill.DNS.Flags;
import org.xbill.DNS.MXRecord;
import org.xbill.DNS.Message;
import org.xbill.DNS.Name;
import org.xbill.DNS.Rcode;
import org.xbill.DNS.Record;
import org.xbill.DNS.SRVRecord;
import org.xbill.DNS.Section;
import org.xbill.DNS.TXTRecord;
import org.xbill.DNS.TextParseException;

/** A name server on 127.0.0.1 that knows a few records and nothing else. */
public final class DnsServer implements AutoCloseable {
  private static final int TTL = 60;

  private final DatagramSocket socket;
  private final List<Record> records = new ArrayList<>();
  private volatile boolean silent;

  public DnsServer() throws SocketException {
    socket = new DatagramSocket(0, InetAddress.getLoopbackAddress());
    Thread server = new Thread(this::serve, "dns");
    server.setDaemon(true);
    server.start();
  }

  public InetSocketAddress address() {
    return new InetSocketAddress(InetAddress.getLoopbackAddress(), socket.getLocalPort());
  }

  public DnsServer service(String name, int priority, int weight, int port, String target) {
    return with(new SRVRecord(name(name), DClass.IN, TTL, priority, weight, port, name(target)));
  }

  public DnsServer mailExchanger(String domain, int priority, String host) {
    return with(new MXRecord(name(domain), DClass.IN, TTL, priority, name(host)));
  }

  public DnsServer text(String name, String text) {
    List<String> pieces = new ArrayList<>();
    for (int start = 0; start < text.length(); start += 255) {
      pieces.add(text.substring(start, Math.min(text.length(), start + 255)));
    }
    return with(new TXTRecord(name(name), DClass.IN, TTL, pieces));
  }

  /** Forgets what it knew of a name. */
  public synchronized DnsServer without(String name) {
    records.removeIf(record -> record.getName().equals(name(name)));
    return this;
  }

  private synchronized DnsServer with(Record record) {
    records.add(record);
    return this;
  }

  /** Answers nothing from now on. */
  public void fallSilent() {
    silent = true;
  }

  private static Name name(String text) {
    try {
      return Name.fromString(text.equals(".") ? text : text + ".");
    } catch (TextParseException e) {
      throw new IllegalArgumentException(e);
    }
  }

  private void serve() {
    byte[] buffer = new byte[512];
    while (!socket.isClosed()) {
      try {
        DatagramPacket packet = new DatagramPacket(buffer, buffer.length);
        socket.receive(packet);
        if (!silent) {
          byte[] answer =
              answer(new Message(Arrays.copyOf(packet.getData(), packet.getLength()))).toWire();
          socket.send(new DatagramPacket(answer, answer.length, packet.getSocketAddress()));
        }
      } catch (SocketException closed) {
        return;
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  private synchronized Message answer(Message query) {
    Message answer = new Message(query.getHeader().getID());
    answer.getHeader().setFlag(Flags.QR);
    answer.addRecord(query.getQuestion(), Section.QUESTION);
    records.stream()
        .filter(record -> record.getName().equals(query.getQuestion().getName()))
        .filter(record -> record.getType() == query.getQuestion().getType())
        .forEach(record -> answer.addRecord(record, Section.ANSWER));
    if (answer.getSection(Section.ANSWER).isEmpty()) {
      answer.getHeader().setRcode(Rcode.NXDOMAIN);
    }
    return answer;
  }

  @Override
  public void close() {
    socket.close();
  }
}
