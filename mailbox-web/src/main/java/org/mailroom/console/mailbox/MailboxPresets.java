package org.mailroom.console.mailbox;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;
import java.util.Optional;
import org.mailroom.console.Language;
import org.mailroom.mailbox.Autoconfiguration;
import org.mailroom.mailbox.FoundSettings;
import org.mailroom.mailbox.MailboxType;
import org.mailroom.mailbox.Protocol;
import org.mailroom.mailbox.Provider;
import org.mailroom.mailbox.Providers;

/** Fills in the form of a mailbox from what is known of its provider, or found for its address. */
@Named
@ViewScoped
public class MailboxPresets implements Serializable {
  private static final long serialVersionUID = 1L;

  @Inject Providers providers;
  @Inject Autoconfiguration autoconfiguration;
  @Inject MailboxPage page;
  @Inject Language language;

  private List<FoundSettings> found;

  /** The type was chosen. */
  public void typeChosen() {
    page.getForm().connectionChosen();
    found = null;
    chosen().ifPresent(this::fillIn);
  }

  /** The form begins with an address, and perhaps with its provider. */
  public void begin() {
    page.getForm().connectionChosen();
    chosen().ifPresentOrElse(this::fillIn, this::addressTyped);
  }

  /** The address was typed: the user follows it, and its domain may say who the provider is. */
  public void addressTyped() {
    MailboxForm form = page.getForm();
    found = null;
    form.getSignIn().follow(form.getAddress());
    if (form.getConnection().getProvider() == null && isBlank(form.getConnection().getServer())) {
      form.domain().flatMap(providers::ofDomain).ifPresent(this::choose);
    }
  }

  private static boolean isBlank(String text) {
    return text == null || text.isBlank();
  }

  private void choose(Provider provider) {
    page.getForm().getConnection().setProvider(provider.key());
    fillIn(provider);
  }

  /** A provider was chosen. */
  public void providerChosen() {
    chosen().ifPresent(this::fillIn);
  }

  /** A protocol was chosen: the provider may have another server for it. */
  public void protocolChosen() {
    page.getForm().connectionChosen();
    ConnectionForm connection = page.getForm().getConnection();
    chosen()
        .filter(provider -> provider.runs(connection.getServer()))
        .flatMap(provider -> server(provider, connection.getProtocol()))
        .ifPresent(this::take);
  }

  private void fillIn(Provider provider) {
    server(provider, page.getForm().getConnection().getProtocol())
        .or(() -> servers(provider).stream().findFirst())
        .ifPresent(this::take);
  }

  private Optional<Provider.Server> server(Provider provider, Protocol protocol) {
    boolean input = page.isInput();
    return servers(provider).stream()
        .filter(server -> !input || server.protocol() == protocol)
        .findFirst();
  }

  private List<Provider.Server> servers(Provider provider) {
    MailboxType type = page.getForm().getType();
    return type == null
        ? List.of()
        : provider.serversFor(type, page.getForm().domain().orElse(null));
  }

  private void take(Provider.Server server) {
    MailboxForm form = page.getForm();
    form.getConnection()
        .take(form.getType(), server.protocol(), server.server(), server.port(), server.security());
    form.getSignIn().setAuthentication(server.signIn().get(0));
    suggestIssuer();
  }

  // without a scope it is the usual one, which differs with the grant that the person chooses
  private void suggestIssuer() {
    chosen()
        .map(Provider::oauth)
        .ifPresent(oauth -> page.getForm().getOauth().suggest(oauth.issuer(), null));
  }

  /** Looks for the settings of the address. */
  public void find() {
    found = null;
    found = autoconfiguration.find(page.getForm().getAddress(), page.getForm().getType());
  }

  /** Takes over one of those that were found. */
  public void take(FoundSettings wanted) {
    MailboxForm form = page.getForm();
    form.getConnection().setProvider(wanted.provider());
    form.getConnection()
        .take(form.getType(), wanted.protocol(), wanted.server(), wanted.port(), wanted.security());
    form.getSignIn().setAuthentication(wanted.authentication());
    form.getSignIn().setUser(wanted.user());
    suggestIssuer();
    found = null;
  }

  private Optional<Provider> chosen() {
    return Optional.ofNullable(page.getForm().getConnection().getProvider())
        .flatMap(providers::find);
  }

  public List<Provider> getProviders() {
    return providers.list();
  }

  /** What to mind about the chosen provider, in the language of the page; empty for nothing. */
  public String getNote() {
    return chosen().map(provider -> provider.note(language.getTag())).orElse("");
  }

  /** What the chosen provider takes from one mailbox; null if that is not known. */
  public Provider.Limits getLimits() {
    return chosen().map(Provider::limits).orElse(null);
  }

  /** What was found; null before it was looked for. */
  public List<FoundSettings> getFound() {
    return found;
  }

  /** Whether the operator lets settings be looked up. */
  public boolean isFinding() {
    return autoconfiguration.isOn();
  }
}
