package org.mailroom.mailbox.socket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.net.UnknownHostException;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mailroom.mailbox.ForbiddenTarget;

class GuardedSocketTest {
  private ServerSocket server;

  @BeforeEach
  void listen() throws IOException {
    server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
  }

  @AfterEach
  void stop() throws IOException {
    server.close();
  }

  @Test
  void connects_where_it_may_and_sends_small_packets_at_once() throws IOException {
    try (Socket socket = sockets("127.0.0.0/8").createSocket("127.0.0.1", server.getLocalPort())) {
      assertThat(socket.isConnected()).isTrue();
      assertThat(socket.getTcpNoDelay()).isTrue();
    }
  }

  @Test
  void refuses_a_private_address_before_a_packet_leaves() {
    assertThatThrownBy(() -> sockets().createSocket("127.0.0.1", server.getLocalPort()))
        .isInstanceOf(SocketException.class)
        .hasRootCauseInstanceOf(ForbiddenTarget.class);
  }

  @Test
  void judges_the_address_it_connects_to_whatever_the_name_said_a_moment_ago() throws IOException {
    InetAddress rebound =
        InetAddress.getByAddress("harmless.example", InetAddress.getLoopbackAddress().getAddress());
    try (Socket socket = sockets("10.0.0.0/8").createSocket()) {
      assertThatThrownBy(
              () -> socket.connect(new InetSocketAddress(rebound, server.getLocalPort()), 1000))
          .hasRootCauseInstanceOf(ForbiddenTarget.class)
          .hasMessageContaining("harmless.example");
    }
  }

  @Test
  void a_name_that_does_not_resolve_stays_unknown() throws IOException {
    try (Socket socket = sockets().createSocket()) {
      assertThatThrownBy(
              () -> socket.connect(InetSocketAddress.createUnresolved("nowhere.invalid", 25), 1000))
          .isInstanceOf(UnknownHostException.class);
    }
  }

  private static GuardedSockets sockets(String... allowed) {
    return new GuardedSockets(AllowedHosts.of(List.of(allowed)));
  }
}
