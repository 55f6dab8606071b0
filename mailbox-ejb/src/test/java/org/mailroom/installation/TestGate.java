package org.mailroom.installation;

/** Gates for tests of those who ask them. */
public final class TestGate {
  private TestGate() {}

  public static InstallationGate open() {
    InstallationGate gate = new InstallationGate();
    gate.open();
    return gate;
  }

  /** As in a copy that nobody has confirmed. */
  public static InstallationGate shut() {
    InstallationGate gate = new InstallationGate();
    gate.shut(Doubt.COPIED_DIRECTORY);
    return gate;
  }

  /** As when a person has confirmed. */
  public static void open(InstallationGate gate) {
    gate.open();
  }
}
