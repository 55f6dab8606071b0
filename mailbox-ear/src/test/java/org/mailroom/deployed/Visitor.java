package org.mailroom.deployed;

import java.io.IOException;
import java.net.CookieManager;
import java.net.HttpCookie;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A browser without scripts: keeps cookies, follows no redirect by itself. */
final class Visitor {
  private static final Pattern VIEW_STATE =
      Pattern.compile("name=\"jakarta.faces.ViewState\"[^>]* value=\"([^\"]+)\"");
  private static final String LOG_IN = "login.xhtml";

  private final CookieManager cookies = new CookieManager();
  private final HttpClient client = HttpClient.newBuilder().cookieHandler(cookies).build();
  private final URI base;

  Visitor(URI base) {
    this.base = base;
  }

  HttpResponse<String> get(String path) {
    return send(HttpRequest.newBuilder(base.resolve(path)));
  }

  HttpResponse<String> get(String path, String header, String value) {
    return send(HttpRequest.newBuilder(base.resolve(path)).header(header, value));
  }

  HttpResponse<String> post(String path, Map<String, String> fields) {
    String form =
        fields.entrySet().stream()
            .map(field -> encoded(field.getKey()) + "=" + encoded(field.getValue()))
            .collect(Collectors.joining("&"));
    return send(
        HttpRequest.newBuilder(base.resolve(path))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(HttpRequest.BodyPublishers.ofString(form)));
  }

  HttpResponse<String> logIn(String user, String password) {
    return logIn(user, password, viewState(get(LOG_IN)));
  }

  HttpResponse<String> logIn(String user, String password, String viewState) {
    return post(
        LOG_IN,
        Map.of(
            "login", "login",
            "login:user", user,
            "login:password", password,
            "login:logIn", "",
            "jakarta.faces.ViewState", viewState));
  }

  boolean isIn() {
    return get("index.xhtml").statusCode() == 200;
  }

  static String viewState(HttpResponse<String> page) {
    Matcher found = VIEW_STATE.matcher(page.body());
    if (!found.find()) {
      throw new AssertionError("no view state in " + page.body());
    }
    return found.group(1);
  }

  /** The value of a cookie; null if there is none. */
  String cookie(String name) {
    return cookies.getCookieStore().getCookies().stream()
        .filter(cookie -> cookie.getName().equals(name))
        .map(HttpCookie::getValue)
        .findFirst()
        .orElse(null);
  }

  void takeOver(String session) {
    HttpCookie cookie = new HttpCookie("JSESSIONID", session);
    cookie.setPath("/");
    cookie.setVersion(0);
    cookies.getCookieStore().add(base, cookie);
  }

  /** Closes the browser, which keeps its other cookies. */
  void forgetSession() {
    var jar = cookies.getCookieStore();
    List.copyOf(jar.getCookies()).stream()
        .filter(cookie -> cookie.getName().equals("JSESSIONID"))
        .forEach(cookie -> jar.remove(base, cookie));
  }

  /** Follows redirects to wherever they end. */
  HttpResponse<String> follow(HttpResponse<String> answer) {
    HttpResponse<String> last = answer;
    while (last.statusCode() / 100 == 3) {
      URI next = last.uri().resolve(last.headers().firstValue("Location").orElseThrow());
      last = send(HttpRequest.newBuilder(next));
    }
    return last;
  }

  private HttpResponse<String> send(HttpRequest.Builder request) {
    try {
      return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
    } catch (IOException e) {
      throw new AssertionError("No answer from " + base, e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
