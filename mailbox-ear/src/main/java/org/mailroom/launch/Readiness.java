package org.mailroom.launch;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.Proxy;
import java.net.URI;
import java.time.Duration;

/** Asks the application for its first page until it answers. */
record Readiness(URI url, Duration pause, int attempts) {
  private static final int TIMEOUT_MILLIS = 20_000;

  static Readiness of(URI url) {
    return new Readiness(url, Duration.ofMillis(200), 300);
  }

  void await() throws StartFailed {
    for (var attempt = 0; attempt < attempts; attempt++) {
      if (answers()) {
        return;
      }
      sleep();
    }
    throw new StartFailed("the application was deployed but does not answer at " + url + ".");
  }

  private boolean answers() {
    try {
      return status() < HttpURLConnection.HTTP_INTERNAL_ERROR;
    } catch (IOException e) {
      return false;
    }
  }

  private int status() throws IOException {
    var connection = (HttpURLConnection) url.toURL().openConnection(Proxy.NO_PROXY);
    connection.setInstanceFollowRedirects(false);
    connection.setConnectTimeout(TIMEOUT_MILLIS);
    connection.setReadTimeout(TIMEOUT_MILLIS);
    try {
      return connection.getResponseCode();
    } finally {
      connection.disconnect();
    }
  }

  private void sleep() throws StartFailed {
    try {
      Thread.sleep(pause.toMillis());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new StartFailed("interrupted", e);
    }
  }
}
