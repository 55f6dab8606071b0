package org.mailroom.mailbox.autoconfig;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.mailroom.mailbox.EmailAddress;
import org.mailroom.mailbox.http.Answer;
import org.mailroom.mailbox.http.GuardedHttp;

/**
 * Fetches the files that domains publish for mail programs, by HTTPS only: what anybody on the way
 * could have written must not say where a password goes.
 */
@Dependent
class ConfigFiles {
  private static final Duration LIMIT = Duration.ofSeconds(3);
  private static final int REDIRECTS = 3;
  private static final int HTTPS = 443;

  private final GuardedHttp http;
  private final int port;

  /** A file and where it was. */
  record Found(URI place, ConfigFile file) {}

  @Inject
  ConfigFiles(GuardedHttp http) {
    this(http, HTTPS);
  }

  ConfigFiles(GuardedHttp http, int port) {
    this.http = http;
    this.port = port;
  }

  /** The places where a domain may have its file, the better first. */
  List<URI> places(String domain) {
    String colon = port == HTTPS ? "" : ":" + port;
    return Stream.of(
            "https://autoconfig." + domain + colon + "/mail/config-v1.1.xml",
            "https://" + domain + colon + "/.well-known/autoconfig/mail/config-v1.1.xml")
        .map(URI::create)
        .toList();
  }

  /**
   * The file at a place. The server is told the address only if it has no file for everybody.
   *
   * @throws IOException if there is no such server, or it is too slow
   */
  Optional<Found> at(URI place, EmailAddress address) throws IOException {
    Optional<Found> forEverybody = fetch(place, place, address);
    if (forEverybody.isPresent()) {
      return forEverybody;
    }
    String whose = URLEncoder.encode(address.value(), StandardCharsets.UTF_8);
    return fetch(URI.create(place + "?emailaddress=" + whose), place, address);
  }

  private Optional<Found> fetch(URI from, URI place, EmailAddress address) throws IOException {
    Answer answer = http.follow(from, REDIRECTS, LIMIT);
    return Optional.of(answer)
        .filter(Answer::isOk)
        .flatMap(ok -> ConfigFile.parse(ok.body(), address))
        .map(file -> new Found(place, file));
  }
}
