package org.mailroom.mailbox.http;

/**
 * What a server answered.
 *
 * @param contentType empty if it stated none
 * @param body as text, in the charset it stated or else UTF-8
 */
public record Answer(int status, String contentType, String body) {
  public boolean isOk() {
    return status >= 200 && status < 300;
  }
}
