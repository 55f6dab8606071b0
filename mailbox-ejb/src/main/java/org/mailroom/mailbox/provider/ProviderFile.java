package org.mailroom.mailbox.provider;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.io.InputStream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.mailroom.mailbox.Authentication;
import org.mailroom.mailbox.Protocol;
import org.mailroom.mailbox.Provider;
import org.mailroom.mailbox.Security;

/** Reads {@code providers.json} once; a mistake in it is ours and ends the start. */
public final class ProviderFile {
  private static final String FILE = "/org/mailroom/mailbox/providers.json";
  private static final String SENDING = "SMTP";

  private ProviderFile() {}

  /** The providers in the order of the file. */
  public static List<Provider> providers() {
    return Loaded.PROVIDERS;
  }

  public static Optional<Provider> find(String key) {
    return first(provider -> provider.key().equals(key));
  }

  /** Whose addresses those of a domain are. */
  public static Optional<Provider> ofDomain(String domain) {
    return first(provider -> provider.owns(domain));
  }

  /** Who receives mail at one of these hosts, the earlier ones before the later. */
  public static Optional<Provider> ofMailExchangers(List<String> hosts) {
    return hosts.stream()
        .flatMap(host -> first(provider -> provider.receivesAt(host)).stream())
        .findFirst();
  }

  /** Whose server this is. */
  public static Optional<Provider> running(String server) {
    return first(provider -> provider.runs(server));
  }

  private static Optional<Provider> first(Predicate<Provider> wanted) {
    return providers().stream().filter(wanted).findFirst();
  }

  private static final class Loaded {
    static final List<Provider> PROVIDERS = read();
  }

  private static List<Provider> read() {
    InputStream file = Objects.requireNonNull(ProviderFile.class.getResourceAsStream(FILE), FILE);
    try (JsonReader reader = Json.createReader(file)) {
      return objects(reader.readArray()).map(ProviderFile::provider).toList();
    }
  }

  private static Provider provider(JsonObject json) {
    return new Provider(
        json.getString("key"),
        json.getString("name"),
        objects(json.getJsonArray("servers")).map(ProviderFile::server).toList(),
        texts(json.getJsonArray("domains")),
        texts(json.getJsonArray("mailExchangers")),
        limits(json.getJsonObject("limits")),
        oauth(json.getJsonObject("oauth")),
        alignment(json.getJsonObject("alignment")),
        notes(json.getJsonObject("notes")));
  }

  private static Provider.Server server(JsonObject json) {
    String protocol = json.getString("protocol");
    return new Provider.Server(
        protocol.equals(SENDING) ? null : Protocol.valueOf(protocol),
        json.getString("server"),
        json.getInt("port"),
        Security.valueOf(json.getString("security")),
        texts(json.getJsonArray("signIn")).stream().map(Authentication::valueOf).toList(),
        json.getString("scope", null),
        texts(json.getJsonArray("onlyFor")));
  }

  private static Provider.Limits limits(JsonObject json) {
    return json == null
        ? null
        : new Provider.Limits(json.getInt("messagesAMinute"), json.getInt("connections"));
  }

  private static Provider.OAuth oauth(JsonObject json) {
    return json == null
        ? null
        : new Provider.OAuth(json.getString("issuer"), json.getString("applicationScope"));
  }

  private static Provider.Alignment alignment(JsonObject json) {
    return json == null
        ? Provider.Alignment.UNKNOWN
        : new Provider.Alignment(json.getString("spf"), texts(json.getJsonArray("selectors")));
  }

  private static Map<String, String> notes(JsonObject json) {
    Map<String, String> notes = new LinkedHashMap<>();
    json.forEach((language, note) -> notes.put(language, ((JsonString) note).getString()));
    return notes;
  }

  private static List<String> texts(JsonArray json) {
    return json == null
        ? List.of()
        : json.getValuesAs(JsonString.class).stream().map(JsonString::getString).toList();
  }

  private static Stream<JsonObject> objects(JsonArray json) {
    return json.stream().map(JsonValue::asJsonObject);
  }
}
