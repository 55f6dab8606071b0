package org.mailroom.dkim.model;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.mailroom.dkim.DkimRecordState;

/**
 * The TXT record of a key (RFC 6376 3.6.1).
 *
 * @param publicKey Base64 of the SubjectPublicKeyInfo
 */
public record KeyRecord(String publicKey) {
  public String text() {
    return "v=DKIM1; k=rsa; p=" + publicKey;
  }

  /** What these texts, found where it should be, say of it. */
  public DkimRecordState in(List<String> texts) {
    List<String> keys = texts.stream().filter(text -> text.contains("p=")).toList();
    if (keys.isEmpty()) {
      return DkimRecordState.MISSING;
    }
    return keys.size() == 1 && publicKey.equals(keyIn(keys.get(0)))
        ? DkimRecordState.PUBLISHED
        : DkimRecordState.OTHER;
  }

  // white space may stand anywhere in the value
  private static String keyIn(String text) {
    return Arrays.stream(text.split(";"))
        .map(tag -> tag.replaceAll("\\s", ""))
        .filter(tag -> tag.startsWith("p="))
        .map(tag -> tag.substring(2))
        .collect(Collectors.joining());
  }
}
