package org.mailroom.outbox.model;

import java.net.IDN;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.mailroom.vault.Vault;

/**
 * Makes Message-IDs that are known again as ours when a reply quotes them: {@code
 * <random.signature@sender-domain>}. Nobody can make one up, so a reply cannot be smuggled into a
 * request by guessing.
 */
public final class MessageIds {
  private static final String PURPOSE = "message-id";
  private static final Pattern OURS =
      Pattern.compile("<?([0-9a-f-]{36})\\.([a-z2-7]{16})@([^<>\\s]+?)>?");

  private final Vault vault;

  public MessageIds(Vault vault) {
    this.vault = vault;
  }

  public String next(String domain) {
    String random = UUID.randomUUID().toString();
    String ascii = IDN.toASCII(domain, IDN.ALLOW_UNASSIGNED);
    return "<%s.%s@%s>".formatted(random, vault.sign(PURPOSE, random), ascii);
  }

  /** The Message-ID as we wrote it, if we did; servers in between may have changed its case. */
  public Optional<String> ours(String messageId) {
    String text = messageId.strip().toLowerCase(Locale.ROOT);
    Matcher parts = OURS.matcher(text);
    if (!parts.matches() || !vault.signed(PURPOSE, parts.group(1), parts.group(2))) {
      return Optional.empty();
    }
    return Optional.of("<%s.%s@%s>".formatted(parts.group(1), parts.group(2), parts.group(3)));
  }
}
