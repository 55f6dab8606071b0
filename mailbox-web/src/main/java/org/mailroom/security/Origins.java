package org.mailroom.security;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.mailroom.environment.Environment;
import org.mailroom.lockout.Origin;

/**
 * Where calls come from. {@code MAILROOM_PROXIES} says how many reverse proxies stand before us,
 * each of which adds whom it heard to {@code X-Forwarded-For}; without it anybody could write the
 * header, and it counts for nothing.
 */
@ApplicationScoped
class Origins {
  private static final String FORWARDED = "X-Forwarded-For";
  private static final String SETTING = "MAILROOM_PROXIES";
  // digits first, so that nothing here is ever looked up
  private static final Pattern ADDRESS = Pattern.compile("[0-9a-fA-F]*[.:][0-9a-fA-F.:]+");

  @Inject Environment environment;
  @Inject KnownDevices devices;

  /** Of somebody who says who they are. */
  Origin of(HttpServletRequest request, String login) {
    return new Origin(address(request), devices.of(request, login));
  }

  /** Of a program that shows a token. */
  Origin of(HttpServletRequest request) {
    return new Origin(address(request), Optional.empty());
  }

  private Optional<String> address(HttpServletRequest request) {
    int proxies = environment.text(SETTING).map(Integer::parseInt).orElse(0);
    return heard(request.getRemoteAddr(), Collections.list(request.getHeaders(FORWARDED)), proxies);
  }

  /** The address that the outermost of our own proxies heard; empty if it says nothing. */
  static Optional<String> heard(String caller, List<String> forwarded, int proxies) {
    List<String> way =
        Stream.concat(
                forwarded.stream().flatMap(Pattern.compile(",")::splitAsStream), Stream.of(caller))
            .map(String::strip)
            .toList();
    int place = way.size() - 1 - proxies;
    return Optional.of(place)
        .filter(index -> index >= 0)
        .map(way::get)
        .filter(text -> ADDRESS.matcher(text).matches())
        .filter(text -> !isThisMachine(text));
  }

  // of a proxy that we were not told of, or of the machine's own people
  private static boolean isThisMachine(String address) {
    try {
      return InetAddress.getByName(address).isLoopbackAddress();
    } catch (UnknownHostException none) {
      return true;
    }
  }
}
