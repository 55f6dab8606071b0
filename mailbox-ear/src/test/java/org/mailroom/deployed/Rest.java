package org.mailroom.deployed;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonReader;
import jakarta.json.JsonValue;
import java.io.IOException;
import java.io.StringReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;

/** A REST client as an integrator would write it: JSON over HTTP with Basic. */
public final class Rest {
  /** An answer; {@code body} is empty where there is none. */
  public record Answer(int status, String contentType, String body) {
    public JsonObject json() {
      try (JsonReader reader = Json.createReader(new StringReader(body))) {
        return reader.readObject();
      }
    }
  }

  private final HttpClient client =
      HttpClient.newBuilder().connectTimeout(Duration.ofMinutes(1)).build();
  private final URI base;
  private final String authorization;
  private final Map<String, String> headers;

  public Rest(URI base, String user, String password) {
    this.base = base.resolve("/api/v1/");
    byte[] pair = (user + ":" + password).getBytes(StandardCharsets.UTF_8);
    this.authorization = "Basic " + Base64.getEncoder().encodeToString(pair);
    this.headers = Map.of();
  }

  private Rest(Rest other, Map<String, String> headers) {
    this.base = other.base;
    this.authorization = other.authorization;
    this.headers = headers;
  }

  /** The same with one header more in each call. */
  public Rest with(String header, String value) {
    return new Rest(this, Map.of(header, value));
  }

  public static JsonObjectBuilder json() {
    return Json.createObjectBuilder();
  }

  public Answer get(String path) {
    return send(request(path).GET());
  }

  public Answer delete(String path) {
    return send(request(path).DELETE());
  }

  public Answer post(String path, JsonObjectBuilder body) {
    return post(path, "application/json", body.build().toString());
  }

  public Answer post(String path, String contentType, String body) {
    return send(
        request(path)
            .header("Content-Type", contentType)
            .POST(HttpRequest.BodyPublishers.ofString(body)));
  }

  public Answer put(String path, JsonObjectBuilder body) {
    return send(
        request(path)
            .header("Content-Type", "application/json")
            .PUT(HttpRequest.BodyPublishers.ofString(body.build().toString())));
  }

  /** Any call; a body is sent where the method has one. */
  public Answer send(String method, String path, String contentType, String body) {
    boolean bare = method.equals("GET") || method.equals("DELETE");
    return bare
        ? send(request(path).method(method, HttpRequest.BodyPublishers.noBody()))
        : send(
            request(path)
                .header("Content-Type", contentType)
                .method(method, HttpRequest.BodyPublishers.ofString(body)));
  }

  /** Posts, expects 201 and gives the new object. */
  public JsonObject create(String path, JsonObjectBuilder body) {
    Answer answer = post(path, body);
    if (answer.status() != 201) {
      throw new AssertionError("POST " + path + " answered " + answer);
    }
    return answer.json();
  }

  /** How many things a list holds in all. */
  public int total(String path) {
    return get(path).json().getInt("total");
  }

  public JsonObject first(String path) {
    return get(path).json().getJsonArray("items").stream()
        .map(JsonValue::asJsonObject)
        .findFirst()
        .orElseThrow(() -> new AssertionError("nothing at " + path));
  }

  private HttpRequest.Builder request(String path) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(base.resolve(path))
            .timeout(Duration.ofSeconds(90))
            .header("Accept", "application/json, application/problem+json, */*")
            .header("Authorization", authorization);
    headers.forEach(request::header);
    return request;
  }

  private Answer send(HttpRequest.Builder request) {
    try {
      HttpResponse<String> response =
          client.send(request.build(), HttpResponse.BodyHandlers.ofString());
      String type = response.headers().firstValue("Content-Type").orElse("");
      return new Answer(response.statusCode(), type, response.body());
    } catch (IOException e) {
      throw new AssertionError("No answer from " + base, e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
