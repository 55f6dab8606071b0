package org.mailroom.api.mailbox;

import java.util.List;
import java.util.Map;
import org.mailroom.mailbox.Authentication;
import org.mailroom.mailbox.Provider;
import org.mailroom.mailbox.Security;

/** A provider of mail in JSON. */
public record ProviderAnswer(
    String key,
    String name,
    List<Server> servers,
    List<String> domains,
    List<String> mailExchangers,
    Provider.Limits limits,
    Provider.OAuth oauth,
    Map<String, String> notes) {

  /** One of its servers; the protocol of sending is SMTP. */
  public record Server(
      String protocol,
      String server,
      int port,
      Security security,
      List<Authentication> authentication,
      String scope,
      List<String> onlyFor) {

    static Server of(Provider.Server server) {
      return new Server(
          server.protocol() == null ? "SMTP" : server.protocol().name(),
          server.server(),
          server.port(),
          server.security(),
          server.signIn(),
          server.scope(),
          server.onlyFor());
    }
  }

  static ProviderAnswer of(Provider provider) {
    return new ProviderAnswer(
        provider.key(),
        provider.name(),
        provider.servers().stream().map(Server::of).toList(),
        provider.domains(),
        provider.mailExchangers(),
        provider.limits(),
        provider.oauth(),
        provider.notes());
  }
}
