package org.mailroom.api.installation;

/** What a person says that a doubtful database is. */
enum Identity {
  /** The same installation, moved or restored. */
  SAME,
  /** A copy, which becomes an installation of its own. */
  COPY
}
