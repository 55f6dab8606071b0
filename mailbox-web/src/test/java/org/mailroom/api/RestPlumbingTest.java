package org.mailroom.api;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.io.ByteArrayInputStream;
import java.io.StringReader;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.ExecutionException;
import org.glassfish.jersey.internal.MapPropertiesDelegate;
import org.glassfish.jersey.server.ApplicationHandler;
import org.glassfish.jersey.server.ContainerRequest;
import org.glassfish.jersey.server.ContainerResponse;
import org.glassfish.jersey.server.ResourceConfig;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mailroom.api.json.Fields;
import org.mailroom.api.json.FieldsReader;
import org.mailroom.api.json.JsonAnswers;
import org.mailroom.api.json.UnstorableAddresses;
import org.mailroom.api.json.UntypedBodies;
import org.mailroom.api.problem.FailureMapper;
import org.mailroom.api.problem.HttpRefusalMapper;
import org.mailroom.api.problem.UnexpectedMapper;
import org.mailroom.api.query.Paging;
import org.mailroom.mailbox.MailboxId;
import org.mailroom.mailbox.MailboxNotFound;
import org.mailroom.paging.Page;

/** What all resources share, on the server's implementation of Jakarta REST, with one resource. */
class RestPlumbingTest {
  /** A resource without a component behind it. */
  @Path("v1/samples")
  @Produces(MediaType.APPLICATION_JSON)
  public static class Samples {
    @GET
    public Page<Sample> list(@BeanParam Paging paging) {
      return paging.of(List.of(new Sample("a"), new Sample("b")), Sample::name);
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    public Sample echo(Fields body) {
      return body.as(in -> new Sample(in.text("name")));
    }

    @GET
    @Path("{id}")
    public Sample get(@PathParam("id") long id) {
      if (id == 0) {
        throw new IllegalStateException("secret inside");
      }
      throw new MailboxNotFound(new MailboxId(id));
    }
  }

  /** What it answers. */
  public record Sample(String name) {}

  private static final ApplicationHandler API =
      new ApplicationHandler(
          new ResourceConfig(
                  Samples.class,
                  FieldsReader.class,
                  JsonAnswers.class,
                  UntypedBodies.class,
                  UnstorableAddresses.class,
                  FailureMapper.class,
                  HttpRefusalMapper.class,
                  UnexpectedMapper.class)
              .addProperties(new RestApplication().getProperties()));

  @Test
  void a_body_is_read_and_a_record_answered() throws Exception {
    var answer = call("POST", "v1/samples", "application/json", "{\"name\": \"ü\"}");
    assertThat(answer.getStatus()).isEqualTo(200);
    assertThat(answer.getEntity()).isEqualTo(new Sample("ü"));
  }

  @Test
  void a_body_without_a_type_is_taken_for_json_and_may_be_absent() throws Exception {
    assertThat(call("POST", "v1/samples", null, "{\"name\": \"a\"}").getStatus()).isEqualTo(200);
    assertThat(call("POST", "v1/samples", null, "").getEntity()).isEqualTo(new Sample(null));
  }

  @ParameterizedTest
  @CsvSource({
    "GET, v1/samples/7, 404, mailbox-not-found",
    "GET, v1/samples/seven, 404, not-found",
    "GET, v1/nothing, 404, not-found",
    "GET, nothing, 404, not-found",
    "GET, application.wadl, 404, not-found",
    "DELETE, v1/samples, 405, method-not-allowed",
    "GET, v1/samples?size=x, 400, bad-call",
    "GET, v1/samples?q=%00, 400, bad-call",
    "GET, v1/samples/0, 500, unexpected-error"
  })
  void what_cannot_be_done_is_answered_with_a_problem_document(
      String method, String path, int status, String type) throws Exception {
    var answer = call(method, path, null, "");
    assertThat(answer.getStatus()).isEqualTo(status);
    assertThat(answer.getMediaType()).hasToString("application/problem+json");
    var problem = problem(answer);
    assertThat(problem.getString("type")).isEqualTo("urn:mailroom:problem:" + type);
    assertThat(problem.getString("title")).isNotEmpty();
    assertThat(problem.getInt("status")).isEqualTo(status);
    assertThat(problem.getString("detail")).isNotEmpty().doesNotContain("secret inside");
    assertThat(path).startsWith(problem.getString("instance").substring("/api/".length()));
    assertThat(problem.getJsonArray("problems")).isNotNull();
  }

  @ParameterizedTest
  @CsvSource({
    "text/plain, x, 415",
    "application/json, {, 400",
    "application/json, '{\"name\": 1}', 422",
    "application/json, '{\"nom\": \"a\"}', 422"
  })
  void a_body_that_cannot_be_used_is_refused(String type, String body, int status)
      throws Exception {
    var answer = call("POST", "v1/samples", type, body);
    assertThat(answer.getStatus()).isEqualTo(status);
    assertThat(answer.getMediaType()).hasToString("application/problem+json");
  }

  @Test
  void a_wrong_method_is_told_the_right_ones() throws Exception {
    assertThat(call("DELETE", "v1/samples", null, "").getHeaderString("Allow"))
        .contains("GET", "POST");
  }

  private static JsonObject problem(ContainerResponse answer) {
    String text = new JsonAnswers().getContext(Object.class).toJson(answer.getEntity());
    try (var reader = Json.createReader(new StringReader(text))) {
      return reader.readObject();
    }
  }

  private static ContainerResponse call(String method, String path, String type, String body)
      throws InterruptedException, ExecutionException {
    var base = URI.create("http://localhost/api/");
    var request =
        new ContainerRequest(
            base, base.resolve(path), method, null, new MapPropertiesDelegate(), null);
    if (type != null) {
      request.header("Content-Type", type);
    }
    request.setEntityStream(new ByteArrayInputStream(body.getBytes(StandardCharsets.UTF_8)));
    return API.apply(request).get();
  }
}
