package org.mailroom.flow;

import java.time.Instant;
import java.util.List;

/**
 * The run of one request's flow.
 *
 * @param completed ids of the elements that are done, and of the connections that were taken
 * @param active ids of the elements it stands on
 * @param endedAt null while it runs
 */
public record FlowRunView(
    String flow,
    int version,
    Instant startedAt,
    Instant endedAt,
    List<String> completed,
    List<String> active,
    List<Task> tasks,
    List<Incident> incidents) {

  /** A user task that waits for a person. */
  public record Task(String id, String element, String name, Instant since) {}

  /** An element that failed for good until a person retries it. */
  public record Incident(String id, String element, String name, String message, Instant at) {}
}
