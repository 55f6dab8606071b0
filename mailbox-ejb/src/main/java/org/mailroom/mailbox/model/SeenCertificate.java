package org.mailroom.mailbox.model;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.mailroom.mailbox.ServerCertificate;

/**
 * The certificate that a server showed when it was last looked at. Kept by server and port rather
 * than by mailbox: thousands of mailboxes may share one, and a check comes before the mailbox.
 */
@Entity
@Table(name = "mailbox_certificate")
@IdClass(SeenCertificate.Key.class)
public class SeenCertificate {
  private static final int MAX_NAMES = 2000;

  /** Which server, by the name and port that mailboxes have. */
  public static class Key implements Serializable {
    private static final long serialVersionUID = 1L;

    private String server;
    private int port;

    protected Key() {}

    public Key(String server, int port) {
      this.server = server;
      this.port = port;
    }

    @Override
    public boolean equals(Object other) {
      return other instanceof Key key && key.port == port && key.server.equals(server);
    }

    @Override
    public int hashCode() {
      return Objects.hash(server, port);
    }
  }

  @Id private String server;
  @Id private int port;
  private String subject;
  private String names;
  private String issuer;

  @Column(name = "valid_from")
  private Instant validFrom;

  private Instant expires;
  private String fingerprint;

  @Column(name = "name_matches")
  private boolean nameMatches;

  private boolean trusted;

  @Column(name = "seen_at")
  private Instant seenAt;

  protected SeenCertificate() {}

  public SeenCertificate(String server, int port) {
    this.server = server;
    this.port = port;
  }

  public void show(ServerCertificate shown, Instant now) {
    subject = shown.subject();
    names = joined(shown.names());
    issuer = shown.issuer();
    validFrom = shown.validFrom();
    expires = shown.expires();
    fingerprint = shown.fingerprint();
    nameMatches = shown.nameMatches();
    trusted = shown.trusted();
    seenAt = now;
  }

  /** As many names as there is room for. */
  private static String joined(List<String> names) {
    StringBuilder all = new StringBuilder();
    for (String name : names) {
      if (all.length() + name.length() < MAX_NAMES) {
        all.append(all.isEmpty() ? "" : "\n").append(name);
      }
    }
    return all.toString();
  }

  public ServerCertificate view() {
    return new ServerCertificate(
        subject,
        List.of(names.split("\n", -1)),
        issuer,
        validFrom,
        expires,
        fingerprint,
        nameMatches,
        trusted);
  }

  public Instant seenAt() {
    return seenAt;
  }
}
