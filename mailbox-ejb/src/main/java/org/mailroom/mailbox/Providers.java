package org.mailroom.mailbox;

import static org.mailroom.access.Role.AUDITOR;
import static org.mailroom.access.Role.CONTRACT_MANAGER;
import static org.mailroom.access.Role.OPERATOR;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import java.util.List;
import java.util.Optional;
import org.mailroom.access.Allowed;
import org.mailroom.mailbox.provider.ProviderFile;

/** The providers of mail that we know. Takes no transaction, asks nobody; thread-safe. */
@Stateless
@Allowed({AUDITOR, CONTRACT_MANAGER, OPERATOR})
@TransactionAttribute(TransactionAttributeType.SUPPORTS)
public class Providers {

  /** All of them, in the order to show them in; the last one is any other. */
  public List<Provider> list() {
    return ProviderFile.providers();
  }

  /**
   * @throws ProviderNotFound if there is none with this key
   */
  public Provider get(String key) {
    return find(key).orElseThrow(() -> new ProviderNotFound(key));
  }

  public Optional<Provider> find(String key) {
    return ProviderFile.find(key);
  }

  /** Whose addresses those of a domain are. */
  public Optional<Provider> ofDomain(String domain) {
    return ProviderFile.ofDomain(domain);
  }

  /**
   * Who receives mail at one of these hosts.
   *
   * @param hosts the mail exchangers of a domain, the most preferred first
   */
  public Optional<Provider> ofMailExchangers(List<String> hosts) {
    return ProviderFile.ofMailExchangers(hosts);
  }
}
