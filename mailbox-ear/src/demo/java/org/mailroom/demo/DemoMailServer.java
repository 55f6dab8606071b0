package org.mailroom.demo;

import com.icegreen.greenmail.user.GreenMailUser;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.ejb.Lock;
import jakarta.ejb.LockType;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.inject.Inject;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.mailroom.environment.Environment;

/**
 * A mail server inside the demo: SMTP, IMAP and POP3 on 127.0.0.1, in memory. It takes mail for
 * anybody, so that a person can see what left and by which identity.
 */
@Startup
@Singleton
@Lock(LockType.READ)
public class DemoMailServer {
  static final String PASSWORD = "demo-mailbox";
  private static final String LOCALHOST = "127.0.0.1";

  @Inject Environment environment;

  private GreenMail server;

  @PostConstruct
  void start() {
    server =
        new GreenMail(
            new ServerSetup[] {
              listening("SMTP", 3025), listening("IMAP", 3143), listening("POP3", 3110)
            });
    server.start();
  }

  private ServerSetup listening(String protocol, int usual) {
    return new ServerSetup(port(protocol, usual), LOCALHOST, protocol.toLowerCase(Locale.ROOT));
  }

  private int port(String protocol, int usual) {
    return environment
        .text("MAILROOM_DEMO_" + protocol + "_PORT")
        .map(Integer::valueOf)
        .orElse(usual);
  }

  @PreDestroy
  void stop() {
    server.stop();
  }

  public int smtpPort() {
    return server.getSmtp().getPort();
  }

  public int imapPort() {
    return server.getImap().getPort();
  }

  public int pop3Port() {
    return server.getPop3().getPort();
  }

  /** Gives an address a box of its own; its log-in is the address. */
  public void open(String address) {
    server.setUser(address, address, PASSWORD);
  }

  /** Everything that was delivered to anybody, oldest first. */
  public List<DemoMail> delivered() {
    return Arrays.stream(server.getReceivedMessages()).map(DemoMail::of).toList();
  }

  /** Puts a mail into a box as if somebody had sent it there. */
  public void drop(String from, String to, String subject, String text) {
    GreenMailUser user = server.getUserManager().getUserByEmail(to);
    user.deliver(DemoMail.message(from, to, subject, text));
  }
}
