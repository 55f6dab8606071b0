package org.mailroom.people;

import jakarta.annotation.PostConstruct;
import jakarta.ejb.EJB;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.inject.Inject;
import java.io.PrintStream;
import java.util.Optional;
import org.mailroom.database.Database;
import org.mailroom.environment.Environment;
import org.mailroom.people.model.GeneratedPassword;
import org.mailroom.vault.Secret;

/** Lets a person in after the first start. */
@Startup
@Singleton
@TransactionManagement(TransactionManagementType.BEAN)
public class FirstAdministrator {
  private static final String LOGIN = "admin";

  @EJB Database database;
  @Inject Environment environment;
  @EJB LogIns logIns;

  @PostConstruct
  void begin() {
    database.ready();
    begin(System.out);
  }

  /** Prints a generated password once it is stored, and never one that the operator has chosen. */
  void begin(PrintStream console) {
    Optional<Secret> chosen = environment.adminPassword().map(Secret::of);
    Secret password = chosen.orElseGet(GeneratedPassword::next);
    if (logIns.registerFirst(LOGIN, password) && chosen.isEmpty()) {
      console.printf(
          "Mailroom: first start. Log in as %s with the password %s (shown only now).%n",
          LOGIN, password.reveal());
    }
  }
}
