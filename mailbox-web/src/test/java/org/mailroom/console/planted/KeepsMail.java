package org.mailroom.console.planted;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;

/** Breaks a rule: a technology of the modules below in the web. */
@Entity
public class KeepsMail {
  @Id long id;
}
