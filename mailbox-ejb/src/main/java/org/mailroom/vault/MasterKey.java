package org.mailroom.vault;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.Configuration;
import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.Mac;
import com.google.crypto.tink.Parameters;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import com.google.crypto.tink.aead.AeadConfig;
import com.google.crypto.tink.aead.PredefinedAeadParameters;
import com.google.crypto.tink.mac.HmacParameters;
import com.google.crypto.tink.mac.MacConfig;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * The keys of an installation: one Tink keyset a line, first to seal, then to sign. Each keyset has
 * one present key and, after a change, older ones: those that sealed are dropped when no secret
 * needs them, those that signed stay, as what they signed is out in the world. Immutable.
 */
final class MasterKey {
  // between two objects; inside a keyset a comma stands between them
  private static final Pattern BETWEEN_KEYSETS = Pattern.compile("(?<=\\})\\s*(?=\\{)");

  private final KeysetHandle sealing;
  private final KeysetHandle signing;
  private final Aead cipher;
  private final List<Mac> signers;

  private MasterKey(KeysetHandle sealing, KeysetHandle signing) throws GeneralSecurityException {
    this.sealing = sealing;
    this.signing = signing;
    this.cipher = sealing.getPrimitive(tink(), Aead.class);
    this.signers = signers(signing);
  }

  /** New keys. */
  static MasterKey create() {
    return made(
        () ->
            new MasterKey(
                KeysetHandle.generateNew(PredefinedAeadParameters.AES256_GCM, tink()),
                KeysetHandle.generateNew(signature(), tink())));
  }

  /**
   * Reads what {@link #text} wrote, as it is or in base64.
   *
   * @throws GeneralSecurityException if it is something else
   */
  static MasterKey parse(String text) throws GeneralSecurityException {
    String[] lines = BETWEEN_KEYSETS.split(plain(text.strip()), -1);
    if (lines.length != 2) {
      throw new GeneralSecurityException("expected two keysets, found " + lines.length);
    }
    return new MasterKey(keyset(lines[0]), keyset(lines[1]));
  }

  private static String plain(String text) throws GeneralSecurityException {
    try {
      return text.startsWith("{")
          ? text
          : new String(Base64.getMimeDecoder().decode(text), StandardCharsets.UTF_8).strip();
    } catch (IllegalArgumentException neither) {
      throw new GeneralSecurityException("neither keysets nor base64", neither);
    }
  }

  private static KeysetHandle keyset(String line) throws GeneralSecurityException {
    return TinkJsonProtoKeysetFormat.parseKeyset(line, tink(), InsecureSecretKeyAccess.get());
  }

  String text() {
    return made(() -> line(sealing) + "\n" + line(signing));
  }

  private static String line(KeysetHandle keyset) throws GeneralSecurityException {
    return TinkJsonProtoKeysetFormat.serializeKeyset(keyset, tink(), InsecureSecretKeyAccess.get())
        .replace("\n", "");
  }

  /** The same with a new present key of each kind. */
  MasterKey rotated() {
    return made(
        () ->
            new MasterKey(
                withNew(sealing, PredefinedAeadParameters.AES256_GCM),
                withNew(signing, signature())));
  }

  private static KeysetHandle withNew(KeysetHandle keyset, Parameters parameters)
      throws GeneralSecurityException {
    return KeysetHandle.newBuilder(keyset)
        .addEntry(KeysetHandle.generateEntryFromParameters(parameters).withRandomId().makePrimary())
        .build();
  }

  /** The same without some keys that seal; the present one always stays. */
  MasterKey without(Set<KeyId> dropped) {
    return made(
        () -> {
          KeysetHandle.Builder rest = KeysetHandle.newBuilder();
          for (int i = 0; i < sealing.size(); i++) {
            KeysetHandle.Entry entry = sealing.getAt(i);
            if (entry.isPrimary() || !dropped.contains(KeyId.of(entry.getId()))) {
              rest.addEntry(same(entry));
            }
          }
          return new MasterKey(rest.build(), signing);
        });
  }

  private static KeysetHandle.Builder.Entry same(KeysetHandle.Entry entry) {
    KeysetHandle.Builder.Entry copy =
        KeysetHandle.importKey(entry.getKey()).withFixedId(entry.getId());
    return entry.isPrimary() ? copy.makePrimary() : copy;
  }

  // each key by itself: a signature of ours is cut short, which Tink's own comparison does not know
  private static List<Mac> signers(KeysetHandle keyset) throws GeneralSecurityException {
    List<Mac> signers = new ArrayList<>();
    for (int i = 0; i < keyset.size(); i++) {
      KeysetHandle alone =
          KeysetHandle.newBuilder().addEntry(same(keyset.getAt(i)).makePrimary()).build();
      signers.add(keyset.getAt(i).isPrimary() ? 0 : i, alone.getPrimitive(tink(), Mac.class));
    }
    return List.copyOf(signers);
  }

  Aead cipher() {
    return cipher;
  }

  /** The present one first. */
  List<Mac> signers() {
    return signers;
  }

  KeyId present(KeyPurpose purpose) {
    return KeyId.of(keyset(purpose).getPrimary().getId());
  }

  List<KeyId> ids(KeyPurpose purpose) {
    KeysetHandle keyset = keyset(purpose);
    return IntStream.range(0, keyset.size())
        .mapToObj(i -> KeyId.of(keyset.getAt(i).getId()))
        .toList();
  }

  /** Those that sealed before the present one. */
  Set<KeyId> old() {
    Set<KeyId> old = new HashSet<>(ids(KeyPurpose.SEAL));
    old.remove(present(KeyPurpose.SEAL));
    return old;
  }

  private KeysetHandle keyset(KeyPurpose purpose) {
    return purpose == KeyPurpose.SEAL ? sealing : signing;
  }

  private static Configuration tink() throws GeneralSecurityException {
    AeadConfig.register();
    MacConfig.register();
    return RegistryConfiguration.get();
  }

  // no prefix: it would be the same in every signature and use up its first characters
  private static HmacParameters signature() throws GeneralSecurityException {
    return HmacParameters.builder()
        .setKeySizeBytes(32)
        .setTagSizeBytes(32)
        .setHashType(HmacParameters.HashType.SHA256)
        .setVariant(HmacParameters.Variant.NO_PREFIX)
        .build();
  }

  private interface Making<T> {
    T make() throws GeneralSecurityException;
  }

  private static <T> T made(Making<T> making) {
    try {
      return making.make();
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException("Tink cannot make or write a key", impossible);
    }
  }
}
