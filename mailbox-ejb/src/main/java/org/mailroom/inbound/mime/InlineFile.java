package org.mailroom.inbound.mime;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A file that stands within the words of a mail, as programs sent it before MIME, and Usenet does
 * still.
 *
 * @param begin where its first line begins
 * @param end behind its last line
 */
record InlineFile(String name, byte[] content, int begin, int end) {
  private static final int MAX_FILES = 20;

  /** The first one, whatever stands around it. */
  static Optional<byte[]> first(Slice body) {
    return in(body).stream().map(InlineFile::content).findFirst();
  }

  static List<InlineFile> in(Slice body) {
    List<InlineFile> files = new ArrayList<>();
    int at = body.from();
    while (at < body.to() && files.size() < MAX_FILES) {
      Optional<InlineFile> file = at(body, at);
      file.ifPresent(files::add);
      at = file.map(InlineFile::end).orElse(body.nextLine(at));
    }
    return files;
  }

  private static Optional<InlineFile> at(Slice body, int at) {
    if (body.startsWith(at, "begin ")) {
      return Uuencoded.at(body, at);
    }
    if (body.startsWith(at, "=ybegin ")) {
      return Yenc.at(body, at);
    }
    return body.startsWith(at, BinHex.MARK) ? BinHex.at(body, at) : Optional.empty();
  }
}
