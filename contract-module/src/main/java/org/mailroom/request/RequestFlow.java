package org.mailroom.request;

/** Port to the flow of a request; implemented by flow-engine. */
public interface RequestFlow {
  /**
   * Returns when flows can start, which may be a while after the start of the application. Not to
   * be called within a transaction that has written: on H2 the flows' own start waits for its end.
   */
  void ready();

  /**
   * Starts the flow in the transaction that opens the request; asked once for each.
   *
   * @param flow its key; the version that is current now
   */
  void opened(RequestNumber request, String flow);

  /**
   * Ends what still runs, in the transaction that cancels or closes the request; not asked where
   * the flow itself has come to its end.
   */
  void ended(RequestNumber request);
}
