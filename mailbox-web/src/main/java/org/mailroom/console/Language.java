package org.mailroom.console;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.ExternalContext;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Named;
import jakarta.servlet.http.Cookie;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * The language of the page: the one the person has chosen, else the best of those the browser asks
 * for. The choice is kept in a cookie, so that it outlives the log-in.
 */
@Named
@RequestScoped
public class Language {
  private static final String COOKIE = "mailroom-language";
  private static final int A_YEAR = (int) Duration.ofDays(365).toSeconds();
  static final List<Locale> OFFERED =
      List.of(Locale.ENGLISH, Locale.forLanguageTag("pt-BR"), Locale.forLanguageTag("es"));

  private Optional<Locale> justChosen = Optional.empty();

  public List<Locale> getOffered() {
    return OFFERED;
  }

  public Locale getLocale() {
    var faces = FacesContext.getCurrentInstance();
    return justChosen
        .or(() -> remembered(faces.getExternalContext()))
        .orElseGet(() -> faces.getApplication().getViewHandler().calculateLocale(faces));
  }

  /** For the {@code lang} of the page, so that it is read aloud and hyphenated rightly. */
  public String getTag() {
    return getLocale().toLanguageTag();
  }

  /** Takes effect with the next page. */
  public String choose(String tag) {
    justChosen = offered(tag);
    justChosen.ifPresent(Language::remember);
    return FacesContext.getCurrentInstance().getViewRoot().getViewId()
        + "?faces-redirect=true&includeViewParams=true";
  }

  static Optional<Locale> offered(String tag) {
    return OFFERED.stream().filter(locale -> locale.toLanguageTag().equals(tag)).findFirst();
  }

  private static Optional<Locale> remembered(ExternalContext request) {
    return Optional.ofNullable((Cookie) request.getRequestCookieMap().get(COOKIE))
        .flatMap(cookie -> offered(cookie.getValue()));
  }

  private static void remember(Locale locale) {
    var context = FacesContext.getCurrentInstance().getExternalContext();
    var path = context.getApplicationContextPath();
    context.addResponseCookie(
        COOKIE,
        locale.toLanguageTag(),
        Map.of("path", path.isEmpty() ? "/" : path, "maxAge", A_YEAR, "httpOnly", true));
  }
}
