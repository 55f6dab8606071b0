package org.mailroom.mailbox;

import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What a step has seen, in whatever language it is wanted.
 *
 * @param arguments what fills the words; they may quote a server, cut to what can be shown
 */
public record Finding(CheckCode code, List<String> arguments) {
  private static final String BUNDLE = "org.mailroom.mailbox.check-words";
  private static final Pattern PLACE = Pattern.compile("\\{(\\d)}");

  public static Finding of(CheckCode code, Object... arguments) {
    return new Finding(code, Stream.of(arguments).map(String::valueOf).toList());
  }

  /** What was seen, good or bad. */
  public String words(Locale locale) {
    return filled(bundle(locale).getString(code.name()));
  }

  /** What to do next; empty if nothing need be done. */
  public String hint(Locale locale) {
    String key = code.name() + ".hint";
    ResourceBundle bundle = bundle(locale);
    return bundle.containsKey(key) ? filled(bundle.getString(key)) : "";
  }

  private static ResourceBundle bundle(Locale locale) {
    return ResourceBundle.getBundle(
        BUNDLE,
        locale,
        Finding.class.getClassLoader(),
        ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
  }

  private String filled(String pattern) {
    return PLACE
        .matcher(pattern)
        .replaceAll(
            place -> Matcher.quoteReplacement(arguments.get(Integer.parseInt(place.group(1)))));
  }
}
