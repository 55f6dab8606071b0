package org.mailroom.mailbox;

/**
 * What a step of a check or a trial may have seen: for programs by name, for people by the words in
 * {@code check-words.properties}, which has each of them in every language of the console.
 */
public enum CheckCode {
  // how far it went
  ADDRESS,
  CONNECTED,
  PROTECTED,
  PROTECTED_UNVERIFIED,
  GREETED,
  CAPABILITIES,
  CAPABILITIES_UNTOLD,
  SIGNED_IN,
  NO_SIGN_IN,
  FOLDER,
  FOLDER_READ_ONLY,
  SENDER,
  LISTED,
  FOLDERS,
  READY,
  SENT,
  ARRIVED,
  REMOVED,
  REMOVED_LATER,

  // the way to the server
  FORBIDDEN,
  HOST_UNKNOWN,
  TIMEOUT_TLS,
  TIMEOUT_PLAIN,
  NO_ROUTE,
  PORT_CLOSED,
  BROKEN_OFF,
  TALKS_WITHOUT_END,
  FAILED,

  // TLS
  NO_TLS,
  TLS_FAILED,
  STARTTLS_MISSING,
  STARTTLS_TAMPERED,
  CERTIFICATE_EXPIRED,
  CERTIFICATE_TOO_EARLY,
  CERTIFICATE_OTHER_NAME,
  CERTIFICATE_SELF_SIGNED,
  CERTIFICATE_DISTRUSTED,

  // who is there
  SPEAKS_TLS,
  IS_IMAP,
  IS_POP3,
  IS_SMTP,
  IS_WEB,
  IS_SSH,
  TURNED_AWAY,
  NO_GREETING,

  // what it allows
  LOGIN_NOT_OFFERED,
  LOGIN_REFUSED,
  PASSWORDS_REFUSED,
  FOLDER_MISSING,
  FOLDER_NOT_SELECTABLE,
  NO_UIDL,
  SENDER_REFUSED,
  RECIPIENT_REFUSED,
  MESSAGE_REFUSED,
  NOT_INTERNATIONAL,
  NOT_ARRIVED
}
