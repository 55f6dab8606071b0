package org.mailroom.mailbox.oauth;

import com.nimbusds.oauth2.sdk.ParseException;
import com.nimbusds.oauth2.sdk.http.HTTPRequestSender;
import com.nimbusds.oauth2.sdk.http.HTTPResponse;
import com.nimbusds.oauth2.sdk.http.ReadOnlyHTTPRequest;
import com.nimbusds.oauth2.sdk.http.ReadOnlyHTTPResponse;
import java.io.IOException;
import java.util.Map;
import java.util.stream.Collectors;
import org.mailroom.mailbox.http.Answer;
import org.mailroom.mailbox.http.GuardedHttp;

/** Lets the library speak through the one client that is held to the operator's allowed hosts. */
record GuardedSender(GuardedHttp http) implements HTTPRequestSender {
  private static final String CONTENT_TYPE = "Content-Type";

  @Override
  public ReadOnlyHTTPResponse send(ReadOnlyHTTPRequest request) throws IOException {
    Map<String, String> headers =
        request.getHeaderMap().entrySet().stream()
            .filter(header -> !header.getKey().equalsIgnoreCase(CONTENT_TYPE))
            .collect(
                Collectors.toMap(
                    Map.Entry::getKey, header -> String.join(", ", header.getValue())));
    Answer answer =
        request.getBody() == null
            ? http.get(request.getURI(), headers)
            : http.send(
                request.getMethod().name(),
                request.getURI(),
                headers,
                request.getHeaderMap().get(CONTENT_TYPE).get(0),
                request.getBody());
    return response(answer);
  }

  private static HTTPResponse response(Answer answer) throws IOException {
    HTTPResponse response = new HTTPResponse(answer.status());
    try {
      response.setContentType(answer.contentType());
    } catch (ParseException e) {
      throw new IOException("The server states no content type that can be read", e);
    }
    response.setBody(answer.body());
    return response;
  }
}
