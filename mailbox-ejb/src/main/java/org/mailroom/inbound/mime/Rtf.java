package org.mailroom.inbound.mime;

import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The words of an RTF document, or the HTML that Outlook made it of and keeps in it (MS-OXRTFEX).
 * Never fails: what is not understood is passed over.
 */
final class Rtf implements RtfScan.Reader {
  private static final String BEGIN = "{\\rtf";
  private static final int MAX_LENGTH = 2_000_000;
  private static final int MAX_DEPTH = 500;
  private static final Charset USUAL = Charset.forName("windows-1252");

  /** Groups that say nothing to a reader. */
  private static final Set<String> SILENT =
      Set.of(
          "colortbl",
          "stylesheet",
          "info",
          "pict",
          "objattph",
          "header",
          "headerl",
          "headerr",
          "headerf",
          "footer",
          "footerl",
          "footerr",
          "footerf",
          "ftncn",
          "filetbl",
          "nonshppict");

  private static final Map<String, String> WORDS =
      Map.ofEntries(
          Map.entry("par", "\n"),
          Map.entry("line", "\n"),
          Map.entry("row", "\n"),
          Map.entry("sect", "\n"),
          Map.entry("page", "\n"),
          Map.entry("tab", "\t"),
          Map.entry("cell", "\t"),
          Map.entry("emdash", "\u2014"),
          Map.entry("endash", "\u2013"),
          Map.entry("lquote", "\u2018"),
          Map.entry("rquote", "\u2019"),
          Map.entry("ldblquote", "\u201c"),
          Map.entry("rdblquote", "\u201d"),
          Map.entry("bullet", "\u2022"));

  /** Which charset the number of a font means. */
  private static final Map<Integer, String> FONT_CHARSETS =
      Map.ofEntries(
          Map.entry(77, "x-macroman"),
          Map.entry(128, "windows-31j"),
          Map.entry(129, "x-windows-949"),
          Map.entry(134, "gb18030"),
          Map.entry(136, "big5-hkscs"),
          Map.entry(161, "windows-1253"),
          Map.entry(162, "windows-1254"),
          Map.entry(163, "windows-1258"),
          Map.entry(177, "windows-1255"),
          Map.entry(178, "windows-1256"),
          Map.entry(186, "windows-1257"),
          Map.entry(204, "windows-1251"),
          Map.entry(222, "x-windows-874"),
          Map.entry(238, "windows-1250"));

  /**
   * @param silent whether its words are for programs
   * @param form whether it only says in RTF what the HTML says already
   * @param fonts whether it is the table of fonts
   * @param spare how many characters stand behind each letter for who cannot read that
   * @param charset of the font
   */
  private record Group(
      boolean silent, boolean form, boolean fonts, int spare, Optional<Charset> charset) {
    Group silence() {
      return new Group(true, form, fonts, spare, charset);
    }

    Group speaking() {
      return new Group(false, form, fonts, spare, charset);
    }

    Group fontTable() {
      return new Group(true, form, true, spare, charset);
    }

    Group form(boolean on) {
      return new Group(silent, on, fonts, spare, charset);
    }

    Group spare(int count) {
      return new Group(silent, form, fonts, Math.max(0, count), charset);
    }

    Group charset(Optional<Charset> other) {
      return new Group(silent, form, fonts, spare, other);
    }
  }

  private final StringBuilder text = new StringBuilder();
  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
  private final Deque<Group> outer = new ArrayDeque<>();
  private final Map<Integer, Charset> fonts = new HashMap<>();
  private Group group = new Group(false, false, false, 1, Optional.empty());
  private Charset usual = USUAL;
  private int beyond;
  private int font;
  private int passed;
  private boolean html;

  private Rtf() {}

  static boolean is(ContentKind kind) {
    return kind.is("text/rtf") || kind.is("application/rtf") || kind.is("application/x-rtf");
  }

  /** Nothing if it is no such document. */
  static Body read(byte[] document) {
    if (!Slice.of(document).startsWith(0, BEGIN)) {
      return Body.NONE;
    }
    Rtf rtf = new Rtf();
    new RtfScan(document, rtf).run();
    rtf.flush();
    return rtf.html ? Body.html(rtf.text.toString()) : Body.plain(rtf.text.toString().strip());
  }

  @Override
  public void open() {
    flush();
    passed = 0;
    if (outer.size() == MAX_DEPTH) {
      beyond++;
    } else {
      outer.push(group);
    }
  }

  @Override
  public void close() {
    flush();
    passed = 0;
    if (beyond > 0) {
      beyond--;
    } else if (!outer.isEmpty()) {
      group = outer.pop();
    }
  }

  @Override
  public void octet(int octet) {
    if (passed > 0) {
      passed--;
    } else if (isSaid()) {
      bytes.write(octet);
    }
  }

  private boolean isSaid() {
    return !group.silent && !group.form && text.length() < MAX_LENGTH;
  }

  @Override
  public void word(String name, int number, boolean optional) {
    flush();
    if (name.equals("u")) {
      letter(number);
    } else if (WORDS.containsKey(name)) {
      say(WORDS.get(name));
    } else if (name.equals("fonttbl")) {
      group = group.fontTable();
    } else if (name.equals("htmltag")) {
      group = html ? group.speaking() : group.silence();
    } else if (optional || SILENT.contains(name)) {
      group = group.silence();
    } else {
      setting(name, number);
    }
  }

  private void setting(String name, int number) {
    switch (name) {
      case "f" -> font(number);
      case "fcharset" -> fontCharset(number);
      case "plain" -> group = group.charset(Optional.empty());
      case "uc" -> group = group.spare(number);
      case "htmlrtf" -> group = group.form(number != 0);
      case "fromhtml" -> html = true;
      case "ansicpg" -> usual = named(CharsetNames.plain(codePage(number))).orElse(usual);
      case "mac" -> usual = named("x-macroman").orElse(usual);
      default -> {}
    }
  }

  private static String codePage(int number) {
    return number == 65001 ? "utf-8" : "cp" + number;
  }

  private static Optional<Charset> named(String name) {
    return CharsetNames.find(name);
  }

  private void font(int number) {
    font = number;
    if (!group.fonts) {
      group = group.charset(Optional.ofNullable(fonts.get(number)));
    }
  }

  private void fontCharset(int number) {
    if (group.fonts) {
      named(FONT_CHARSETS.getOrDefault(number, "")).ifPresent(it -> fonts.put(font, it));
    }
  }

  /** Sixteen bits, with a sign; then for who knows no Unicode what comes nearest. */
  private void letter(int number) {
    say(String.valueOf((char) number));
    passed = group.spare;
  }

  private void say(String words) {
    if (isSaid()) {
      text.append(words);
    }
  }

  private void flush() {
    if (bytes.size() > 0) {
      text.append(new String(bytes.toByteArray(), group.charset.orElse(usual)));
      bytes.reset();
    }
  }
}
