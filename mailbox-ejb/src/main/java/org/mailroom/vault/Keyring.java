package org.mailroom.vault;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.mailroom.environment.Environment;

/**
 * The master key of this process, as new as its source is. Where the source cannot be read, what is
 * known goes on to serve, or a key that lives no longer than the process: then nothing is sealed,
 * and everything that needs no secret goes on. Thread-safe.
 */
@ApplicationScoped
class Keyring {
  private static final Logger LOG = System.getLogger(Keyring.class.getName());
  private static final String NEXT = "master.key.next";

  @Inject Environment environment;

  private KeySource source;
  private volatile Held held;

  Keyring() {}

  Keyring(Environment environment) {
    this.environment = environment;
    load();
  }

  /**
   * @param trouble why the source cannot be read; null if it can
   */
  private record Held(MasterKey key, Object stamp, String trouble) {}

  @PostConstruct
  void read() {
    load();
  }

  private void load() {
    source = KeySource.of(environment);
    held = taken(null);
  }

  private Held taken(MasterKey known) {
    try {
      MasterKey key = source.read();
      return new Held(key, source.stamp(), null);
    } catch (IOException | GeneralSecurityException | UnsupportedOperationException e) {
      LOG.log(Level.ERROR, "vault.key_unreadable source=" + source.name(), e);
      MasterKey instead = known == null ? MasterKey.create() : known;
      return new Held(instead, source.stamp(), trouble(e));
    }
  }

  private String trouble(Exception cause) {
    return cause instanceof IOException
        ? "The master key file %s can neither be read nor made (%s). Let the server's user read it, or name another one in MAILROOM_MASTER_KEY_FILE."
            .formatted(source.name(), cause.getClass().getSimpleName())
        : "%s does not hold a master key of Mailroom. Put the right one back."
            .formatted(source.name());
  }

  /** What is known, without a look at the source. */
  MasterKey key() {
    return held.key();
  }

  /** What is there now; another node may have changed it. */
  synchronized MasterKey freshKey() {
    if (!Objects.equals(source.stamp(), held.stamp())) {
      held = source.stamp() == null ? gone() : taken(held.key());
    }
    return held.key();
  }

  // not made anew while the right one is still in memory: that would be another key
  private Held gone() {
    String trouble =
        "The master key file %s is gone. Put it back before the next start."
            .formatted(source.name());
    LOG.log(Level.ERROR, "vault.key_gone source={0}", source.name());
    return new Held(held.key(), null, trouble);
  }

  /** Why nothing can be sealed, in words for the operator; empty if all is well. */
  Optional<String> trouble() {
    return Optional.ofNullable(held.trouble());
  }

  boolean isWritable() {
    return source.isWritable();
  }

  boolean isVariable() {
    return source instanceof KeyVariable;
  }

  String sourceName() {
    return source.name();
  }

  /** Adds a new present key beside the old ones. */
  synchronized KeyId add() {
    return replace(freshKey().rotated());
  }

  /** Drops keys that seal no secret any more. */
  synchronized void drop(Set<KeyId> unused) {
    replace(freshKey().without(unused));
  }

  private KeyId replace(MasterKey key) {
    try {
      source.replace(key);
      held = new Held(key, source.stamp(), null);
      return key.present(KeyPurpose.SEAL);
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot replace the master key file " + source.name(), e);
    }
  }

  /** Writes a key where the operator finds it, to be set as the variable; never shown anywhere. */
  Path handOver(MasterKey key) {
    Path next = environment.dataDirectory().resolve(NEXT);
    try {
      KeyFile.write(next, oneLine(key));
      return next;
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot write " + next, e);
    }
  }

  private static String oneLine(MasterKey key) {
    byte[] text = key.text().getBytes(StandardCharsets.UTF_8);
    return Base64.getEncoder().encodeToString(text);
  }
}
