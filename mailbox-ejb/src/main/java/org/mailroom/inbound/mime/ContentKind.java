package org.mailroom.inbound.mime;

import jakarta.mail.internet.ContentDisposition;
import jakarta.mail.internet.ContentType;
import jakarta.mail.internet.ParameterList;
import jakarta.mail.internet.ParseException;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a part is, by its Content-Type and Content-Disposition.
 *
 * @param type such as {@code text/plain}, in lower case
 * @param disposition {@code attachment}, {@code inline} or empty
 * @param fileName as the disposition states it, decoded; may be empty
 */
record ContentKind(
    String type,
    String typeHeader,
    Optional<ParameterList> parameters,
    String disposition,
    String fileName) {
  private static final String PLAIN = "text/plain";
  private static final Pattern TYPE = Pattern.compile("\\s*([\\w.+-]+/[\\w.+-]+)");

  static ContentKind of(Headers headers) {
    String header = headers.first("Content-Type");
    String disposition = headers.first("Content-Disposition");
    Matcher type = TYPE.matcher(header);
    return new ContentKind(
        type.lookingAt() ? type.group(1).toLowerCase(Locale.ROOT) : PLAIN,
        header,
        parameters(header),
        disposition.split("[;\\s]", 2)[0].toLowerCase(Locale.ROOT),
        fileName(disposition));
  }

  private static Optional<ParameterList> parameters(String header) {
    try {
      return Optional.ofNullable(new ContentType(header).getParameterList());
    } catch (ParseException e) {
      return Optional.empty();
    }
  }

  private static String fileName(String disposition) {
    try {
      String name = new ContentDisposition(disposition).getParameter("filename");
      return name == null ? "" : EncodedWords.decode(name);
    } catch (ParseException e) {
      return EncodedWords.decode(loosely(disposition, "filename"));
    }
  }

  /** A parameter of the type; empty if it has none. */
  String parameter(String name) {
    return parameters.isPresent()
        ? Optional.ofNullable(parameters.get().get(name)).orElse("")
        : loosely(typeHeader, name);
  }

  /** What most likely was meant where a header cannot be parsed. */
  private static String loosely(String header, String name) {
    Matcher found =
        Pattern.compile("(?i)\\b" + name + "\\s*=\\s*(\"[^\"]*\"?|[^;\\s]+)").matcher(header);
    return found.find() ? found.group(1).replace("\"", "") : "";
  }

  boolean is(String wanted) {
    return type.equals(wanted);
  }

  boolean multipart() {
    return type.startsWith("multipart/");
  }

  /** The name to show for the part as a file; may be empty. */
  String shownName() {
    return fileName.isEmpty() ? EncodedWords.decode(parameter("name")) : fileName;
  }

  /** Whether the sender meant the part as a file rather than to be read in its place. */
  boolean file() {
    return disposition.equals("attachment") || !fileName.isEmpty();
  }
}
