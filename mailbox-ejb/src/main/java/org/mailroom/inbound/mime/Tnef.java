package org.mailroom.inbound.mime;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Optional;
import org.apache.poi.hmef.Attachment;
import org.apache.poi.hmef.HMEFMessage;
import org.apache.poi.hmef.attribute.MAPIAttribute;
import org.apache.poi.hmef.attribute.MAPIStringAttribute;
import org.apache.poi.hsmf.datatypes.MAPIProperty;

/** What Outlook packs as one file, {@code winmail.dat} (MS-OXTNEF). */
final class Tnef {
  private static final int MAGIC = 0x223e9f78;
  private static final int HEADER = 6;
  private static final int BEFORE_DATA = 9;
  private static final int CHECKSUM = 2;
  private static final int MAX_RECORD = 20 << 20;

  static {
    // an object within may be as large as all attachments together
    MAPIAttribute.setMaxRecordLength(MAX_RECORD);
  }

  private final HMEFMessage message;

  private Tnef(HMEFMessage message) {
    this.message = message;
  }

  static boolean is(ContentKind kind) {
    return kind.is("application/ms-tnef")
        || kind.is("application/vnd.ms-tnef")
        || kind.shownName().equalsIgnoreCase("winmail.dat");
  }

  /** Empty if it is none, or broken. */
  static Optional<Tnef> read(byte[] bytes) {
    if (!holdsWhatItSays(bytes)) {
      return Optional.empty();
    }
    try {
      return Optional.of(new Tnef(new HMEFMessage(new ByteArrayInputStream(bytes))));
    } catch (IOException | RuntimeException broken) {
      // the library throws whatever comes to it
      return Optional.empty();
    }
  }

  /** A record may claim gigabytes, for which the library would make room. */
  private static boolean holdsWhatItSays(byte[] bytes) {
    ByteBuffer data = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    if (bytes.length < HEADER + BEFORE_DATA || data.getInt() != MAGIC) {
      return false;
    }
    data.getShort();
    while (data.remaining() >= BEFORE_DATA) {
      data.get();
      data.getInt();
      long length = Integer.toUnsignedLong(data.getInt()) + CHECKSUM;
      if (length > data.remaining()) {
        return false;
      }
      data.position(data.position() + (int) length);
    }
    return true;
  }

  Body body() {
    String text = text(message.getMessageMAPIAttribute(MAPIProperty.BODY));
    String html = text(message.getMessageMAPIAttribute(MAPIProperty.BODY_HTML));
    return new Body(text, html);
  }

  /** The words with their form, for whom can open it, where they came in no other way. */
  Optional<byte[]> richText() {
    return Optional.ofNullable(message.getMessageMAPIAttribute(MAPIProperty.RTF_COMPRESSED))
        .map(MAPIAttribute::getData);
  }

  private static String text(MAPIAttribute attribute) {
    if (attribute instanceof MAPIStringAttribute string) {
      return string.getDataString();
    }
    return attribute == null ? "" : Charsets.guess(attribute.getData());
  }

  void addTo(Attached files) {
    for (Attachment file : message.getAttachments()) {
      byte[] content = content(file);
      if (content.length > 0) {
        String type = said(file, MAPIProperty.ATTACH_MIME_TAG);
        files.add(
            name(file),
            type.isEmpty() ? FileNames.type(name(file)) : type,
            content,
            said(file, MAPIProperty.ATTACH_CONTENT_ID));
      }
    }
  }

  private static byte[] content(Attachment file) {
    try {
      return Optional.ofNullable(file.getContents()).orElse(new byte[0]);
    } catch (IllegalArgumentException nothing) {
      return new byte[0];
    }
  }

  private static String name(Attachment file) {
    return Optional.ofNullable(file.getLongFilename())
        .or(() -> Optional.ofNullable(file.getFilename()))
        .map(name -> name.replace("\0", ""))
        .orElse("");
  }

  private static String said(Attachment file, MAPIProperty property) {
    String value = text(file.getMAPIAttribute(property)).replace("\0", "").strip();
    return value.chars().allMatch(c -> c > ' ' && c < 127) ? value : "";
  }
}
