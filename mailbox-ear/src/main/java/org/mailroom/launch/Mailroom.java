package org.mailroom.launch;

import java.io.PrintStream;
import java.util.Optional;

/**
 * The program in {@code mailroom.jar}. Ends with 2 if the settings are wrong and with 1 if the
 * application cannot be started; never stays up without it.
 */
public final class Mailroom {
  private static final int FAILED = 1;
  private static final int BAD_SETTINGS = 2;

  private final PrintStream out;

  private Mailroom(PrintStream out) {
    this.out = out;
  }

  public static void main(String... arguments) {
    // Kept from here on: the server may put its log in the place of System.out.
    new Mailroom(System.out).start();
  }

  private void start() {
    try {
      Parent.followIfAsked();
      var settings = Settings.of(new Environment());
      settings.requireFreePort();
      run(settings);
      out.println("Mailroom is ready at " + settings.url());
      welcome();
    } catch (BadSetting e) {
      exit(BAD_SETTINGS, e.getMessage());
    } catch (StartFailed e) {
      exit(FAILED, "Mailroom could not be started: " + e.getMessage());
    }
  }

  private static void run(Settings settings) throws StartFailed {
    var server = Server.boot(settings, Workspace.create());
    server.deploy();
    Readiness.of(settings.url()).await();
  }

  /** What the application has to say to whoever started it; the demo says how to log in. */
  private void welcome() {
    Optional.ofNullable(System.getProperty("mailroom.welcome")).ifPresent(out::println);
  }

  private void exit(int code, String message) {
    out.println(message);
    System.exit(code);
  }
}
