package org.mailroom.security;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A page of this application, as a link may ask for it: never another site, whatever the link says.
 *
 * @param value begins with one slash; relative to the context root
 */
public record LocalPath(String value) {
  private static final LocalPath HOME = new LocalPath("/");
  // browsers read "//host", "/\host" and "/<tab>/host" as another site
  private static final Pattern FORM = Pattern.compile("/(?![/\\\\])[^\\p{Cntrl}\\\\]*");

  public LocalPath {
    if (!FORM.matcher(value).matches()) {
      throw new IllegalArgumentException("Not a path of this application: " + value);
    }
  }

  /**
   * The page to open after the log-in.
   *
   * @param asked the parameter {@code from} of the log-in page; anything else than a local path
   *     leads to the first page
   */
  public static LocalPath afterLogIn(String asked) {
    return Optional.ofNullable(asked)
        .filter(text -> FORM.matcher(text).matches() && !text.startsWith("/login.xhtml"))
        .map(LocalPath::new)
        .orElse(HOME);
  }

  @Override
  public String toString() {
    return value;
  }
}
