package org.mailroom.launch;

import fish.payara.micro.PayaraMicroRuntime;
import fish.payara.micro.boot.PayaraMicroLauncher;
import java.util.ArrayList;
import java.util.List;

/** Payara Micro, alone and listening where the settings say and nowhere else. */
final class Server {
  private static final String APPLICATION = "mailroom";

  /** HTTP alone, on our address alone. Else Hazelcast listens too, and on every interface. */
  private static final String PREBOOT =
      """
      set configs.config.server-config.network-config.network-listeners.network-listener.http-listener.address=%s
      set configs.config.server-config.hazelcast-config-specific-configuration.enabled=false
      set configs.config.server-config.ejb-container.ejb-timer-service.ejb-timer-service=None
      """;

  private final PayaraMicroRuntime runtime;
  private final Workspace workspace;

  private Server(PayaraMicroRuntime runtime, Workspace workspace) {
    this.runtime = runtime;
    this.workspace = workspace;
  }

  static Server boot(Settings settings, Workspace workspace) throws StartFailed {
    setDefaults(workspace);
    var arguments = arguments(settings, workspace);
    try {
      return new Server(PayaraMicroLauncher.create(arguments).getRuntime(), workspace);
    } catch (Exception e) {
      throw new StartFailed("the server does not boot: " + rootCause(e), e);
    }
  }

  void deploy() throws StartFailed {
    var war = workspace.unpack("/mailroom.war", "mailroom.war");
    runtime.deploy(APPLICATION, "/", war.toFile());
    // What deploy() returns is true even if the application then failed to start.
    if (!runtime.getDeployedApplicationNames().contains(APPLICATION)) {
      throw new StartFailed("the application does not start, the log above says why.");
    }
  }

  private static void setDefaults(Workspace workspace) throws StartFailed {
    setDefault("java.awt.headless", "true");
    setDefault(
        "java.util.logging.config.file",
        workspace.unpack("logging.properties", "logging.properties").toString());
    setDefault("java.util.logging.SimpleFormatter.format", "%1$tT %4$-7s %3$s: %5$s%6$s%n");
    // The server hides the service file of its mail implementation from the application.
    setDefault(
        "jakarta.mail.util.StreamProvider", "org.eclipse.angus.mail.util.MailStreamProvider");
  }

  private static void setDefault(String property, String value) {
    System.getProperties().putIfAbsent(property, value);
  }

  private static String[] arguments(Settings settings, Workspace workspace) throws StartFailed {
    var arguments =
        new ArrayList<>(
            List.of(
                "--rootdir",
                workspace.directory().toString(),
                "--port",
                Integer.toString(settings.port()),
                "--prebootcommandfile",
                workspace.write("preboot", preboot(settings)).toString(),
                "--nocluster",
                "--disablephonehome"));
    settings
        .commands()
        .ifPresent(file -> arguments.addAll(List.of("--postbootcommandfile", file.toString())));
    return arguments.toArray(String[]::new);
  }

  private static String preboot(Settings settings) {
    return PREBOOT.formatted(settings.bind().getHostAddress());
  }

  private static Throwable rootCause(Throwable failure) {
    var cause = failure;
    while (cause.getCause() != null) {
      cause = cause.getCause();
    }
    return cause;
  }
}
