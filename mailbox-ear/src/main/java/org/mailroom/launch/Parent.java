package org.mailroom.launch;

/** The program that started this one: Maven, in the demo. */
final class Parent {
  private Parent() {}

  /** Stops with the parent, if asked to on the command line; whoever stops Maven wants no rest. */
  static void followIfAsked() {
    if (Boolean.getBoolean("mailroom.stop-with-parent")) {
      ProcessHandle.current().parent().ifPresent(Parent::follow);
    }
  }

  private static void follow(ProcessHandle parent) {
    var unused = parent.onExit().thenRun(() -> System.exit(0));
  }
}
