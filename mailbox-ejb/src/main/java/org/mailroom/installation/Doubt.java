package org.mailroom.installation;

/** Why a node does not believe that it is at home with its database. */
public enum Doubt {
  /** Nothing has been found out yet; lasts for moments at the start. */
  STARTING,
  /** {@code MAILROOM_INSTALLATION_ID} or the data directory names another installation. */
  OTHER_INSTALLATION,
  /** The data directory has never been with this database, and no other node is. */
  UNKNOWN_HOST,
  /** The data directory is a copy, was restored, or came to another machine. */
  COPIED_DIRECTORY,
  /** The database is another one with the same content. */
  OTHER_DATABASE,
  /** The database is as it was some time ago. */
  OLDER_DATABASE
}
