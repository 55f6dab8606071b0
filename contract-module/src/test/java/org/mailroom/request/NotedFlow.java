package org.mailroom.request;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** A flow that only notes what it is told, and may act on it at once as a real one does. */
public final class NotedFlow implements RequestFlow {
  private final List<String> notes = new ArrayList<>();
  private Consumer<RequestNumber> atOnce = number -> {};

  void actsAtOnce(Consumer<RequestNumber> step) {
    atOnce = step;
  }

  public List<String> notes() {
    return notes;
  }

  @Override
  public void ready() {
    notes.add("ready");
  }

  @Override
  public void opened(RequestNumber request, String flow) {
    notes.add("opened %s %s".formatted(request, flow));
    atOnce.accept(request);
  }

  @Override
  public void ended(RequestNumber request) {
    notes.add("ended " + request);
  }
}
