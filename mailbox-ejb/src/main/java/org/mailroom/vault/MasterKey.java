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
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.util.List;

/** The two keys of an installation: one Tink keyset a line, first to seal, then to sign. */
record MasterKey(Aead cipher, Mac signer) {

  /** Reads the key file; makes it, readable by its owner only, if there is none. */
  static MasterKey in(Path file) {
    try {
      register();
      if (Files.notExists(file)) {
        create(file);
      }
      return parse(Files.readAllLines(file));
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read or write the master key file " + file, e);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(
          "%s is not a master key file of Mailroom. Put the right one back, or name it in MAILROOM_MASTER_KEY_FILE."
              .formatted(file),
          e);
    }
  }

  private static void register() throws GeneralSecurityException {
    AeadConfig.register();
    MacConfig.register();
  }

  private static Configuration tink() throws GeneralSecurityException {
    return RegistryConfiguration.get();
  }

  private static MasterKey parse(List<String> lines) throws GeneralSecurityException {
    if (lines.size() != 2) {
      throw new GeneralSecurityException("expected two keysets, found " + lines.size());
    }
    return new MasterKey(
        keyset(lines.get(0)).getPrimitive(tink(), Aead.class),
        keyset(lines.get(1)).getPrimitive(tink(), Mac.class));
  }

  private static KeysetHandle keyset(String line) throws GeneralSecurityException {
    return TinkJsonProtoKeysetFormat.parseKeyset(line, tink(), InsecureSecretKeyAccess.get());
  }

  private static void create(Path file) throws IOException, GeneralSecurityException {
    String lines = newKeyset(PredefinedAeadParameters.AES256_GCM) + "\n" + newKeyset(signing());
    Files.createDirectories(file.toAbsolutePath().getParent());
    Path written = ownersOnly(file);
    Files.writeString(written, lines);
    Files.move(written, file, StandardCopyOption.ATOMIC_MOVE);
  }

  private static Path ownersOnly(Path file) throws IOException {
    var mode = PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
    return Files.createTempFile(file.toAbsolutePath().getParent(), ".key", "", mode);
  }

  private static String newKeyset(Parameters parameters) throws GeneralSecurityException {
    KeysetHandle made = KeysetHandle.generateNew(parameters, tink());
    return TinkJsonProtoKeysetFormat.serializeKeyset(made, tink(), InsecureSecretKeyAccess.get())
        .replace("\n", "");
  }

  // no prefix: it would be the same in every signature and use up its first characters
  private static HmacParameters signing() throws GeneralSecurityException {
    return HmacParameters.builder()
        .setKeySizeBytes(32)
        .setTagSizeBytes(32)
        .setHashType(HmacParameters.HashType.SHA256)
        .setVariant(HmacParameters.Variant.NO_PREFIX)
        .build();
  }
}
