package org.mailroom.bearer;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import org.eclipse.angus.mail.iap.Argument;
import org.eclipse.angus.mail.iap.ByteArray;
import org.eclipse.angus.mail.iap.ProtocolException;
import org.eclipse.angus.mail.iap.Response;
import org.eclipse.angus.mail.imap.protocol.IMAPProtocol;
import org.eclipse.angus.mail.imap.protocol.IMAPResponse;
import org.eclipse.angus.mail.util.MailLogger;

/**
 * One IMAP connection, which a server can neither fill the memory of nor hold for ever, and that
 * can sign in with a token. Where the library would try SASL it does so itself, as the library's
 * SASL keeps from us what the server said, and knows no OAUTHBEARER.
 */
final class BearerImapConnection extends IMAPProtocol {
  // the library makes room for as many messages as a server says it has
  private static final int MOST_MESSAGES = 5_000_000;

  private final int port;
  private boolean accepted;

  BearerImapConnection(
      String name, String host, int port, Properties properties, boolean tls, MailLogger logger)
      throws IOException, ProtocolException {
    super(name, host, port, properties, tls, logger);
    this.port = port;
  }

  @Override
  protected ByteArray getResponseBuffer() {
    return new BoundedAnswer();
  }

  /**
   * An answer that cannot be understood at all ends the connection: what follows it is no answer.
   */
  @Override
  public Response readResponse() throws IOException, ProtocolException {
    try {
      return credible(super.readResponse());
    } catch (RuntimeException e) {
      disconnect();
      throw new IOException("The server's answer cannot be read: " + e.getMessage(), e);
    }
  }

  private static Response credible(Response response) {
    if (response instanceof IMAPResponse counted
        && counted.keyEquals("EXISTS")
        && counted.getNumber() > MOST_MESSAGES) {
      throw new IllegalStateException("a folder with %d messages".formatted(counted.getNumber()));
    }
    return response;
  }

  @Override
  public boolean isAuthenticated() {
    return accepted || super.isAuthenticated();
  }

  @Override
  public synchronized void sasllogin(
      String[] allowed, String realm, String authorization, String user, String token)
      throws ProtocolException {
    Mechanism mechanism =
        Mechanism.of(name -> hasCapability("AUTH=" + name))
            .orElseThrow(() -> new ProtocolException(NoBearers.WORDS));
    Response answer = show(mechanism, new Bearer(user, token, host, port));
    handleLoginResult(answer);
    setCapabilities(answer);
    accepted = true;
  }

  private Response show(Mechanism mechanism, Bearer bearer) throws ProtocolException {
    suspendTracing();
    try {
      return converse(mechanism, bearer);
    } catch (IOException e) {
      return Response.byeResponse(e);
    } finally {
      resumeTracing();
    }
  }

  private Response converse(Mechanism mechanism, Bearer bearer)
      throws IOException, ProtocolException {
    boolean atOnce = hasCapability("SASL-IR");
    Argument words = new Argument();
    words.writeAtom(mechanism.name());
    if (atOnce) {
      words.writeAtom(bearer.initial(mechanism));
    }
    String tag = writeCommand("AUTHENTICATE", words);
    String next = atOnce ? Bearer.encoded(mechanism.resignation()) : bearer.initial(mechanism);
    List<Response> others = new ArrayList<>();
    Response answer = readResponse();
    while (!answer.isBYE() && !(answer.isTagged() && answer.getTag().equals(tag))) {
      if (answer.isContinuation()) {
        say(next);
        next = Bearer.encoded(mechanism.resignation());
      } else {
        others.add(answer);
      }
      answer = readResponse();
    }
    handleCapabilityResponse(others.toArray(Response[]::new));
    return answer;
  }

  private void say(String line) throws IOException {
    OutputStream out = getOutputStream();
    out.write((line + "\r\n").getBytes(StandardCharsets.US_ASCII));
    out.flush();
  }
}
