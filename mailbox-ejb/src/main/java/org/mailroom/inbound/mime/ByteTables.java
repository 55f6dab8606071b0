package org.mailroom.inbound.mime;

import java.util.Map;
import java.util.Optional;

/** Charsets of one byte a letter that the platform does not know. */
final class ByteTables {
  private static final String VIETNAMESE = "viscii";

  /** Letters up to the last byte; what comes before them is ASCII or a control code. */
  private static final Map<String, String> LETTERS =
      Map.of(
          "iso-8859-10",
          "\u00a0ĄĒĢĪĨĶ§ĻĐŠŦŽ\u00adŪŊ°ąēģīĩķ·ļđšŧž―ūŋĀÁÂÃÄÅÆĮČÉĘËĖÍÎÏ"
              + "ÐŅŌÓÔÕÖŨØŲÚÛÜÝÞßāáâãäåæįčéęëėíîïðņōóôõöũøųúûüýþĸ",
          "iso-8859-14",
          "\u00a0Ḃḃ£ĊċḊ§Ẁ©ẂḋỲ\u00ad®ŸḞḟĠġṀṁ¶ṖẁṗẃṠỳẄẅṡÀÁÂÃÄÅÆÇÈÉÊËÌÍÎÏ"
              + "ŴÑÒÓÔÕÖṪØÙÚÛÜÝŶßàáâãäåæçèéêëìíîïŵñòóôõöṫøùúûüýŷÿ",
          "hp-roman8",
          "\u00a0ÀÂÈÊËÎÏ´ˋˆ¨˜ÙÛ₤¯Ýý°ÇçÑñ¡¿¤£¥§ƒ¢âêôûáéóúàèòùäëöü"
              + "ÅîØÆåíøæÄìÖÜÉïßÔÁÃãÐðÍÌÓÒÕõŠšÚŸÿÞþ·µ¶¾—¼½ªº«■»±\ufffd",
          VIETNAMESE,
          "ẠẮẰẶẤẦẨẬẼẸẾỀỂỄỆỐỒỔỖỘỢỚỜỞỊỎỌỈỦŨỤỲÕắằặấầẩậẽẹếềểễệố"
              + "ồổỗỠƠộờởịỰỨỪỬơớƯÀÁÂÃẢĂẳẵÈÉÊẺÌÍĨỳĐứÒÓÔạỷừửÙÚỹỵÝỡư"
              + "àáâãảăữẫèéêẻìíĩỉđựòóôõỏọụùúũủýợỮ");

  /** It has more letters than the upper half takes. */
  private static final Map<Integer, Character> BELOW =
      Map.of(0x02, 'Ẳ', 0x05, 'Ẵ', 0x06, 'Ẫ', 0x14, 'Ỷ', 0x19, 'Ỹ', 0x1e, 'Ỵ');

  private ByteTables() {}

  static boolean has(String name) {
    return LETTERS.containsKey(name);
  }

  /**
   * Empty if it is none of these.
   *
   * @param name in lower case
   */
  static Optional<String> decode(byte[] bytes, String name) {
    return Optional.ofNullable(LETTERS.get(name)).map(letters -> decoded(bytes, name, letters));
  }

  private static String decoded(byte[] bytes, String name, String letters) {
    StringBuilder text = new StringBuilder(bytes.length);
    for (byte b : bytes) {
      int at = (b & 0xff) - (0x100 - letters.length());
      text.append(at >= 0 ? letters.charAt(at) : below(b & 0xff, name));
    }
    return text.toString();
  }

  private static char below(int code, String name) {
    return name.equals(VIETNAMESE) ? BELOW.getOrDefault(code, (char) code) : (char) code;
  }
}
