package org.mailroom.dkim.jdkim;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.PrivateKey;
import java.time.Instant;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.james.jdkim.DKIMSigner;
import org.apache.james.jdkim.exceptions.FailException;
import org.mailroom.dkim.model.KeyName;

/** The signature of a message by the domain of its sender (RFC 6376). */
public final class Signature {
  // From twice: a second one, put in on the way, breaks the signature (RFC 6376 8.15)
  private static final String SIGNED_HEADERS =
      "From:From:To:Subject:Date:Message-ID:Reply-To:In-Reply-To:References:MIME-Version"
          + ":Content-Type:Content-Transfer-Encoding:Auto-Submitted";
  private static final Pattern PIECE = Pattern.compile(".{72}(?=.)");

  private final KeyName name;
  private final PrivateKey key;

  public Signature(KeyName name, PrivateKey key) {
    this.name = name;
    this.key = key;
  }

  /** The header field of a message, with its line end; to stand before all others. */
  public byte[] header(byte[] raw, Instant now) {
    try {
      String header = new DKIMSigner(template(now), key).sign(new ByteArrayInputStream(raw));
      return (folded(header) + "\r\n").getBytes(StandardCharsets.US_ASCII);
    } catch (FailException e) {
      throw new IllegalStateException("A message could not be signed for " + name, e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private String template(Instant now) {
    return "v=1; a=rsa-sha256; c=relaxed/relaxed; d=%s; s=%s; t=%d; h=%s; bh=; b=;"
        .formatted(name.domain(), name.selector(), now.getEpochSecond(), SIGNED_HEADERS);
  }

  // What is signed is the unfolded field: a break where a space was changes nothing, and white
  // space
  // within the signature itself counts for nothing.
  private static String folded(String header) {
    return Stream.of(header.split("; "))
        .map(tag -> tag.startsWith("b=") ? PIECE.matcher(tag).replaceAll("$0\r\n ") : tag)
        .collect(Collectors.joining(";\r\n "));
  }
}
