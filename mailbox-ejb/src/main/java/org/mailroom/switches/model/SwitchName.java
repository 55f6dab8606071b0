package org.mailroom.switches.model;

/** The switches there are. */
public enum SwitchName {
  MAIL_OFF,
  SEND_ALL_TO
}
