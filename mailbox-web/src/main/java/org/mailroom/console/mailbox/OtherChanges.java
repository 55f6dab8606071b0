package org.mailroom.console.mailbox;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Function;

/**
 * Brings what somebody else has saved meanwhile into a form that is being filled in: their values
 * go where the person has touched nothing, the person's own stay where both have.
 */
final class OtherChanges {

  /**
   * What the other has made of one field.
   *
   * @param label the key of the field's label
   * @param kept whether the form still shows what the person has typed
   */
  public record Change(String label, Object before, Object now, boolean kept)
      implements Serializable {}

  private record Part<T>(
      String label, Function<MailboxForm, T> get, BiConsumer<MailboxForm, T> set) {

    Optional<Change> merge(MailboxForm seen, MailboxForm theirs, MailboxForm mine) {
      T before = get.apply(seen);
      T now = get.apply(theirs);
      if (Objects.equals(before, now)) {
        return Optional.empty();
      }
      boolean touched = !Objects.equals(get.apply(mine), before);
      if (!touched) {
        set.accept(mine, now);
      }
      return Optional.of(new Change(label, before, now, touched));
    }
  }

  private static final List<Part<?>> PARTS =
      List.of(
          new Part<>("mailbox.description", MailboxForm::getName, MailboxForm::setName),
          new Part<>("mailbox.active", MailboxForm::isActive, MailboxForm::setActive),
          new Part<>("mailbox.address", MailboxForm::getAddress, MailboxForm::setAddress),
          new Part<>("mailbox.senderName", MailboxForm::getSenderName, MailboxForm::setSenderName),
          new Part<>("mailbox.replyTo", MailboxForm::getReplyTo, MailboxForm::setReplyTo),
          new Part<>(
              "mailbox.mailSession", MailboxForm::getMailSession, MailboxForm::setMailSession),
          connection("mailbox.service", ConnectionForm::getProvider, ConnectionForm::setProvider),
          connection("mailbox.provider", ConnectionForm::getProtocol, ConnectionForm::setProtocol),
          connection("mailbox.security", ConnectionForm::getSecurity, ConnectionForm::setSecurity),
          connection("mailbox.server", ConnectionForm::getServer, ConnectionForm::setServer),
          connection("mailbox.port", ConnectionForm::getPort, ConnectionForm::setPort),
          connection(
              "mailbox.verify",
              ConnectionForm::isVerifyCertificate,
              ConnectionForm::setVerifyCertificate),
          signIn(
              "mailbox.authentication",
              SignInForm::getAuthentication,
              SignInForm::setAuthentication),
          signIn("mailbox.user", SignInForm::getUser, SignInForm::setUser),
          oauth("oauth.grant", OAuthForm::getGrant, OAuthForm::setGrant),
          oauth("oauth.issuer", OAuthForm::getIssuer, OAuthForm::setIssuer),
          oauth("oauth.clientId", OAuthForm::getClientId, OAuthForm::setClientId),
          oauth("oauth.scope", OAuthForm::getScope, OAuthForm::setScope),
          oauth(
              "oauth.clientSecretExpires",
              OAuthForm::getClientSecretExpires,
              OAuthForm::setClientSecretExpires),
          new Part<>("mailbox.folder", MailboxForm::getFolder, MailboxForm::setFolder),
          new Part<>(
              "mailbox.readExisting", MailboxForm::isReadExisting, MailboxForm::setReadExisting),
          after(
              "after.success",
              AfterReadingForm::getAfterSuccess,
              AfterReadingForm::setAfterSuccess),
          after(
              "after.successFolder",
              AfterReadingForm::getSuccessFolder,
              AfterReadingForm::setSuccessFolder),
          after(
              "after.failure",
              AfterReadingForm::getAfterFailure,
              AfterReadingForm::setAfterFailure),
          after(
              "after.failureFolder",
              AfterReadingForm::getFailureFolder,
              AfterReadingForm::setFailureFolder),
          sending(
              "sending.messagesAMinute",
              SendingForm::getMessagesAMinute,
              SendingForm::setMessagesAMinute),
          sending("sending.connections", SendingForm::getConnections, SendingForm::setConnections),
          sending("sending.afterLoss", SendingForm::getAfterLoss, SendingForm::setAfterLoss),
          sending(
              "sending.giveUpAfterHours",
              SendingForm::getGiveUpAfterHours,
              SendingForm::setGiveUpAfterHours),
          sending(
              "sending.answerSeconds",
              SendingForm::getAnswerSeconds,
              SendingForm::setAnswerSeconds));

  private OtherChanges() {}

  private static <T> Part<T> connection(
      String label, Function<ConnectionForm, T> get, BiConsumer<ConnectionForm, T> set) {
    return new Part<>(
        label,
        form -> get.apply(form.getConnection()),
        (form, value) -> set.accept(form.getConnection(), value));
  }

  private static <T> Part<T> signIn(
      String label, Function<SignInForm, T> get, BiConsumer<SignInForm, T> set) {
    return new Part<>(
        label,
        form -> get.apply(form.getSignIn()),
        (form, value) -> set.accept(form.getSignIn(), value));
  }

  private static <T> Part<T> sending(
      String label, Function<SendingForm, T> get, BiConsumer<SendingForm, T> set) {
    return new Part<>(
        label,
        form -> get.apply(form.getSending()),
        (form, value) -> set.accept(form.getSending(), value));
  }

  private static <T> Part<T> after(
      String label, Function<AfterReadingForm, T> get, BiConsumer<AfterReadingForm, T> set) {
    return new Part<>(
        label,
        form -> get.apply(form.getAfterReading()),
        (form, value) -> set.accept(form.getAfterReading(), value));
  }

  private static <T> Part<T> oauth(
      String label, Function<OAuthForm, T> get, BiConsumer<OAuthForm, T> set) {
    return new Part<>(
        label,
        form -> get.apply(form.getOauth()),
        (form, value) -> set.accept(form.getOauth(), value));
  }

  /**
   * Merges, and tells what the other has changed.
   *
   * @param seen the mailbox as the person had opened it
   * @param theirs as it is now
   * @param mine as it is on screen; takes over what the person has not touched
   */
  static List<Change> mergeInto(MailboxForm mine, MailboxForm seen, MailboxForm theirs) {
    List<Change> changes = new ArrayList<>();
    PARTS.forEach(part -> part.merge(seen, theirs, mine).ifPresent(changes::add));
    return changes;
  }
}
