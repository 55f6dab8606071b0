package org.mailroom.inbound.imap;

import jakarta.mail.MessagingException;
import java.nio.channels.SocketChannel;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.eclipse.angus.mail.iap.ProtocolException;
import org.eclipse.angus.mail.iap.Response;
import org.eclipse.angus.mail.iap.ResponseHandler;
import org.eclipse.angus.mail.imap.IMAPFolder;
import org.eclipse.angus.mail.imap.protocol.IMAPProtocol;
import org.mailroom.inbound.model.MailSource.Idle;

/**
 * The command IDLE (RFC 2177), begun and ended by whoever has the connection. The library's own
 * manager reads what a server says in its one thread, where a server that says half a line would
 * keep all the others waiting.
 */
final class IdleCommand {
  private boolean begun;

  /**
   * @param news whether there is some already
   */
  Optional<Idle> begin(IMAPFolder folder, boolean news) throws MessagingException {
    return Optional.ofNullable((Idle) folder.doCommand(protocol -> begin(protocol, news)));
  }

  private Idle begin(IMAPProtocol protocol, boolean news) throws ProtocolException {
    SocketChannel channel = protocol.getChannel();
    if (channel == null || !protocol.hasCapability("IDLE")) {
      return null;
    }
    AtomicBoolean told = new AtomicBoolean(news);
    ResponseHandler listener = response -> listen(response, told);
    protocol.addResponseHandler(listener);
    try {
      protocol.idleStart();
      begun = true;
    } finally {
      protocol.removeResponseHandler(listener);
    }
    return new Idle(channel, told.get() || protocol.hasResponse());
  }

  private static void listen(Response response, AtomicBoolean told) {
    if (response.isUnTagged() && response.toString().endsWith("EXISTS")) {
      told.set(true);
    }
  }

  Void end(IMAPFolder folder) throws MessagingException {
    if (begun) {
      begun = false;
      folder.doCommand(IdleCommand::end);
    }
    return null;
  }

  private static Object end(IMAPProtocol protocol) throws ProtocolException {
    protocol.idleAbort();
    boolean idling = true;
    while (idling) {
      idling = protocol.processIdleResponse(protocol.readIdleResponse());
    }
    return null;
  }
}
