package org.mailroom.inbound.mime;

import java.nio.charset.Charset;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What senders call a charset, and which one they mean. */
final class CharsetNames {
  // quotes, comments and what else strays into the parameter stand around the name
  private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9_:.+-]{1,40}");
  private static final Pattern WINDOWS = Pattern.compile("(?:win|windows|cp|x-cp|ms)-?_?(125\\d)");
  private static final Pattern ISO =
      Pattern.compile("(?:iso)?[-_]?8859[-_]?(\\d{1,2})(?:[-_:].*)?");
  private static final Pattern DOS = Pattern.compile("(?:cp|ibm|dos|oem)-?_?(\\d{3})");

  /** Names that mean a larger set than they say, as every browser has it, and nicknames. */
  private static final Map<String, String> IN_USE =
      Map.ofEntries(
          Map.entry("latin1", "windows-1252"),
          Map.entry("latin-1", "windows-1252"),
          Map.entry("ansi", "windows-1252"),
          Map.entry("iso-8859-1", "windows-1252"),
          Map.entry("iso-8859-9", "windows-1254"),
          Map.entry("iso-8859-11", "x-windows-874"),
          Map.entry("tis-620", "x-windows-874"),
          Map.entry("windows-874", "x-windows-874"),
          Map.entry("l6", "iso-8859-10"),
          Map.entry("latin6", "iso-8859-10"),
          Map.entry("csisolatin6", "iso-8859-10"),
          Map.entry("l8", "iso-8859-14"),
          Map.entry("latin8", "iso-8859-14"),
          Map.entry("iso-celtic", "iso-8859-14"),
          Map.entry("roman8", "hp-roman8"),
          Map.entry("r8", "hp-roman8"),
          Map.entry("cshproman8", "hp-roman8"),
          Map.entry("csviscii", "viscii"),
          Map.entry("utf8", "utf-8"),
          Map.entry("utf8mb4", "utf-8"),
          Map.entry("utf-8mb4", "utf-8"),
          Map.entry("unicode", "utf-16"),
          Map.entry("utf7", "utf-7"),
          Map.entry("unicode-1-1-utf-7", "utf-7"),
          Map.entry("x-unicode-2-0-utf-7", "utf-7"),
          Map.entry("hz", "hz-gb-2312"),
          Map.entry("gb2312", "gb18030"),
          Map.entry("gb_2312-80", "gb18030"),
          Map.entry("gb-2312", "gb18030"),
          Map.entry("gb_2312", "gb18030"),
          Map.entry("chinese", "gb18030"),
          Map.entry("csgb2312", "gb18030"),
          Map.entry("csiso58gb231280", "gb18030"),
          Map.entry("iso-ir-58", "gb18030"),
          Map.entry("gbk", "gb18030"),
          Map.entry("x-gbk", "gb18030"),
          Map.entry("cp936", "gb18030"),
          Map.entry("euc-cn", "gb18030"),
          Map.entry("big5", "big5-hkscs"),
          Map.entry("x-big5", "big5-hkscs"),
          Map.entry("x-x-big5", "big5-hkscs"),
          Map.entry("cn-big5", "big5-hkscs"),
          Map.entry("big-5", "big5-hkscs"),
          Map.entry("cp950", "big5-hkscs"),
          Map.entry("ks_c_5601-1987", "x-windows-949"),
          Map.entry("ks_c_5601", "x-windows-949"),
          Map.entry("ksc5601", "x-windows-949"),
          Map.entry("euc-kr", "x-windows-949"),
          Map.entry("cp949", "x-windows-949"),
          Map.entry("uhc", "x-windows-949"),
          Map.entry("korean", "x-windows-949"),
          Map.entry("iso-ir-149", "x-windows-949"),
          Map.entry("csiso88596e", "iso-8859-6"),
          Map.entry("csiso88596i", "iso-8859-6"),
          Map.entry("csiso88598e", "iso-8859-8"),
          Map.entry("csiso88598i", "iso-8859-8"),
          Map.entry("logical", "iso-8859-8"),
          Map.entry("visual", "iso-8859-8"),
          Map.entry("iso-2022-jp", "x-windows-iso2022jp"),
          Map.entry("iso-2022-jp-ms", "x-windows-iso2022jp"),
          Map.entry("iso-2022-jp-1", "x-windows-iso2022jp"),
          Map.entry("csiso2022jp", "x-windows-iso2022jp"),
          Map.entry("cp50220", "x-windows-iso2022jp"),
          Map.entry("shift_jis", "windows-31j"),
          Map.entry("shift-jis", "windows-31j"),
          Map.entry("sjis", "windows-31j"),
          Map.entry("x-sjis", "windows-31j"),
          Map.entry("cp932", "windows-31j"),
          Map.entry("x-euc-jp", "euc-jp"),
          Map.entry("eucjp-ms", "euc-jp"),
          Map.entry("eucjp-win", "euc-jp"),
          Map.entry("cp51932", "euc-jp"),
          Map.entry("koi8", "koi8-r"),
          Map.entry("koi8r", "koi8-r"),
          Map.entry("koi8-ru", "koi8-u"),
          Map.entry("mac", "x-macroman"),
          Map.entry("macintosh", "x-macroman"),
          Map.entry("macroman", "x-macroman"),
          Map.entry("x-mac", "x-macroman"),
          Map.entry("x-mac-roman", "x-macroman"),
          Map.entry("csmacintosh", "x-macroman"),
          Map.entry("x-mac-ce", "x-maccentraleurope"),
          Map.entry("x-mac-centraleurroman", "x-maccentraleurope"),
          Map.entry("x-mac-cyrillic", "x-maccyrillic"),
          Map.entry("maccyrillic", "x-maccyrillic"),
          Map.entry("x-mac-greek", "x-macgreek"),
          Map.entry("x-mac-turkish", "x-macturkish"),
          Map.entry("x-mac-japanese", "windows-31j"));

  private CharsetNames() {}

  /** The name alone, in lower case; empty if there is none. */
  static String plain(String label) {
    Matcher name = NAME.matcher(label.toLowerCase(Locale.ROOT).replace("_iso-", "iso-"));
    return name.find() ? inUse(name.group()) : "";
  }

  private static String inUse(String name) {
    String usual = usual(name);
    return IN_USE.getOrDefault(usual, usual);
  }

  private static String usual(String name) {
    Matcher windows = WINDOWS.matcher(name);
    if (windows.matches()) {
      return "windows-" + windows.group(1);
    }
    Matcher iso = ISO.matcher(name);
    if (iso.matches()) {
      return "iso-8859-" + iso.group(1);
    }
    Matcher dos = DOS.matcher(name);
    return dos.matches() && !IN_USE.containsKey(name) ? "ibm" + dos.group(1) : name;
  }

  /** Empty if nobody knows it here. */
  static Optional<Charset> find(String plain) {
    try {
      return plain.isEmpty() ? Optional.empty() : Optional.of(Charset.forName(plain));
    } catch (IllegalArgumentException unknown) {
      return Optional.empty();
    }
  }
}
