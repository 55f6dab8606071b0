package org.mailroom.dkim.model;

/** Where receivers find a key: a selector in a domain (RFC 6376 3.1). */
public record KeyName(String domain, String selector) {
  /** The name of the record. */
  public String record() {
    return selector + "._domainkey." + domain;
  }

  /** What the private key is sealed for. */
  public String context() {
    return "dkim:" + record();
  }

  @Override
  public String toString() {
    return record();
  }
}
