package org.mailroom.console;

import jakarta.faces.context.FacesContext;
import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;

/** The console's texts in the language of the page. */
final class Texts {
  static final String BUNDLE = "org.mailroom.console.messages";

  private Texts() {}

  static String text(String key, Object... arguments) {
    Locale locale = FacesContext.getCurrentInstance().getViewRoot().getLocale();
    String pattern = ResourceBundle.getBundle(BUNDLE, locale).getString(key);
    return new MessageFormat(pattern, locale).format(arguments);
  }

  static boolean has(String key) {
    Locale locale = FacesContext.getCurrentInstance().getViewRoot().getLocale();
    return ResourceBundle.getBundle(BUNDLE, locale).containsKey(key);
  }
}
