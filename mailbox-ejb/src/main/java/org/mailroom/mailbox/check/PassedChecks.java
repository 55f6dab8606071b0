package org.mailroom.mailbox.check;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Optional;
import org.mailroom.mailbox.model.MailboxSettings;
import org.mailroom.vault.Secret;
import org.mailroom.vault.Vault;

/**
 * Remembers for an hour which settings passed a check, so that a mailbox that is checked first and
 * saved then counts as checked. Keeps signatures only. Another node may not know; that is harmless.
 */
@ApplicationScoped
public class PassedChecks {
  private final Cache<String, Boolean> passed =
      Caffeine.newBuilder().maximumSize(1000).expireAfterWrite(Duration.ofHours(1)).build();

  private final Vault vault;

  /** For the container, whose proxies have no vault. */
  protected PassedChecks() {
    vault = null;
  }

  @Inject
  public PassedChecks(Vault vault) {
    this.vault = vault;
  }

  public void add(MailboxSettings settings, Optional<Secret> password) {
    passed.put(signature(settings, password), true);
  }

  public boolean contain(MailboxSettings settings, Optional<Secret> password) {
    return passed.getIfPresent(signature(settings, password)) != null;
  }

  private String signature(MailboxSettings settings, Optional<Secret> password) {
    String secret = password.map(Secret::reveal).orElse("");
    return vault.sign("mailbox-check", settings.tried() + "\0" + secret);
  }
}
