package org.mailroom.contract.model;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import java.util.List;
import java.util.Locale;

/** A customer of the service desk; known by name, whose case does not count. */
@Entity
@Table(name = "client")
public class Client {
  @Id
  @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "client_seq")
  @SequenceGenerator(name = "client_seq", sequenceName = "client_seq", allocationSize = 50)
  private long id;

  private String name;

  @Column(name = "name_key")
  private String nameKey;

  private String domains = "";

  protected Client() {}

  public Client(String name) {
    this.name = name;
    this.nameKey = keyOf(name);
  }

  /** What makes two names, or two numbers, the same. */
  public static String keyOf(String name) {
    return name.toLowerCase(Locale.ROOT);
  }

  public String name() {
    return name;
  }

  /** The mail domains, separated by blanks. */
  public String domains() {
    return domains;
  }

  List<String> domainList() {
    return domains.isEmpty() ? List.of() : List.of(domains.split(" ", -1));
  }

  void writesFrom(String mailDomains) {
    this.domains = mailDomains;
  }
}
