package org.mailroom.inbound.mime;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What a part is, by its Content-Type and Content-Disposition.
 *
 * @param type such as {@code text/plain}, in lower case
 * @param disposition {@code attachment}, {@code inline} or empty
 * @param fileName as the disposition states it, decoded; may be empty
 * @param shownName to show for the part as a file; may be empty
 */
record ContentKind(
    String type, Parameters parameters, String disposition, String fileName, String shownName) {
  static final String PLAIN = "text/plain";
  private static final Pattern TYPE =
      Pattern.compile("[\\s\"]*+([\\w.+-]+)\\s*+/\\s*+([\\w.+*-]+)");
  private static final Pattern ENCODED = Pattern.compile("(?:^|;)\\s*+=\\?");

  /**
   * @param usual the type where none is stated
   */
  static ContentKind of(Headers headers, String usual) {
    String header = plain(stated(headers));
    String disposition = plain(headers.first("Content-Disposition"));
    Parameters stated = Parameters.of(disposition);
    Parameters parameters = Parameters.of(header);
    String fileName = EncodedWords.decode(stated.fileName("filename"));
    String name = fileName.isEmpty() ? otherName(parameters, stated) : fileName;
    return new ContentKind(
        header.isEmpty() ? usual : type(header, parameters, name),
        parameters,
        disposition.split("[;\\s]", 2)[0].toLowerCase(Locale.ROOT),
        fileName,
        name);
  }

  /** Some programs encode what only names of files may have encoded. */
  private static String plain(String header) {
    return ENCODED.matcher(header).find() ? EncodedWords.decode(header) : header;
  }

  /** Of two types, that of a mail that is divided: its parts would be unreadable otherwise. */
  private static String stated(Headers headers) {
    return headers.values("Content-Type").stream()
        .filter(type -> !Parameters.of(type).get("boundary").isEmpty())
        .findFirst()
        .orElseGet(() -> headers.first("Content-Type"));
  }

  /** Some programs take the parameter of the one header for that of the other. */
  private static String otherName(Parameters type, Parameters disposition) {
    return Stream.of(type.fileName("name"), type.fileName("filename"), disposition.fileName("name"))
        .filter(name -> !name.isEmpty())
        .findFirst()
        .map(EncodedWords::decode)
        .orElse("");
  }

  /** As stated; if that is none, as the parameters or the name of a file promise. */
  private static String type(String header, Parameters parameters, String fileName) {
    Matcher type = TYPE.matcher(header);
    if (type.lookingAt()) {
      return (type.group(1) + "/" + type.group(2)).toLowerCase(Locale.ROOT);
    }
    if (!parameters.get("boundary").isEmpty()) {
      return "multipart/mixed";
    }
    return fileName.isEmpty() ? textual(header) : FileNames.type(fileName);
  }

  /** Where HTML begins in the header, a type was forgotten. */
  private static String textual(String header) {
    return header.toLowerCase(Locale.ROOT).contains("<html") ? "text/html" : PLAIN;
  }

  /** A parameter of the type; empty if it has none. */
  String parameter(String name) {
    return parameters.get(name);
  }

  boolean is(String wanted) {
    return type.equals(wanted);
  }

  /** A mail within the mail, whichever letters its header is written in (RFC 6532 3.7). */
  boolean mail() {
    return is("message/rfc822") || is("message/global") || is("message/news");
  }

  boolean multipart() {
    return type.startsWith("multipart/");
  }

  /** Whether the sender meant the part as a file rather than to be read in its place. */
  boolean file() {
    return disposition.equals("attachment") || !fileName.isEmpty();
  }
}
