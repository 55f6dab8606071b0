package org.mailroom.launch;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Where Mailroom listens, and what the server is told before. Everything else in the environment is
 * read by the application.
 *
 * @param commands a file of commands for the server, such as {@code create-javamail-resource}
 */
record Settings(InetAddress bind, int port, Optional<Path> commands) {
  private static final String PORT = "MAILROOM_HTTP_PORT";
  private static final String BIND = "MAILROOM_BIND";
  private static final String COMMANDS = "MAILROOM_SERVER_COMMANDS";

  static Settings of(Environment environment) throws BadSetting {
    return new Settings(
        address(environment.find(BIND).orElse("127.0.0.1")),
        port(environment.find(PORT).orElse("8080")),
        commands(environment.find(COMMANDS)));
  }

  private static Optional<Path> commands(Optional<String> file) throws BadSetting {
    Optional<Path> commands = file.map(Path::of);
    if (commands.filter(Files::isReadable).isPresent() || commands.isEmpty()) {
      return commands;
    }
    throw new BadSetting(
        "%s is '%s', which is no file that can be read.".formatted(COMMANDS, commands.get()));
  }

  /** The server would only log a taken port, and go on without listening. */
  void requireFreePort() throws BadSetting {
    try (var socket = new ServerSocket()) {
      socket.setReuseAddress(true);
      socket.bind(new InetSocketAddress(bind, port));
    } catch (IOException e) {
      throw new BadSetting(
          "Cannot listen on %s port %d (%s). Set %s or %s to something else."
              .formatted(bind.getHostAddress(), port, e.getMessage(), PORT, BIND));
    }
  }

  URI url() {
    var host = bind.isAnyLocalAddress() ? "localhost" : bind.getHostAddress();
    return URI.create(
        "http://%s:%d/".formatted(host.contains(":") ? "[" + host + "]" : host, port));
  }

  private static InetAddress address(String value) throws BadSetting {
    try {
      return InetAddress.getByName(value);
    } catch (UnknownHostException e) {
      throw new BadSetting(
          "%s is '%s', which is no address of this machine. Use 127.0.0.1, or 0.0.0.0 for all."
              .formatted(BIND, value));
    }
  }

  private static int port(String value) throws BadSetting {
    if (value.matches("[0-9]{1,5}")) {
      var port = Integer.parseInt(value);
      if (port >= 1 && port <= 65535) {
        return port;
      }
    }
    throw new BadSetting("%s is '%s', which is no port (1 to 65535).".formatted(PORT, value));
  }
}
