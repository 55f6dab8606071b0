package org.mailroom.bench;

import jakarta.mail.Message;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.simplejavamail.api.email.Email;
import org.simplejavamail.api.mailer.Mailer;
import org.simplejavamail.api.mailer.config.TransportStrategy;
import org.simplejavamail.email.EmailBuilder;
import org.simplejavamail.mailer.MailerBuilder;

/** What others do: each builds its message and sends it, in so many threads. */
final class Peers {
  private Peers() {}

  /** One thread's way of sending. */
  private interface Worker {
    Messages.Sender open() throws Exception;
  }

  /** A connection for each message, as workflow engines do. */
  static double transportSend(int port, int threads, Messages messages) throws Exception {
    Session session = session(port);
    return rate(
        threads,
        messages,
        () -> (number, text) -> Transport.send(message(session, text, number)));
  }

  /** One connection for each thread. */
  static double reused(int port, int threads, Messages messages) throws Exception {
    Session session = session(port);
    return rate(
        threads,
        messages,
        () -> {
          Transport transport = session.getTransport("smtp");
          transport.connect();
          return (number, text) -> {
            MimeMessage message = message(session, text, number);
            message.saveChanges();
            transport.sendMessage(message, message.getAllRecipients());
          };
        });
  }

  /** Simple Java Mail with the pool of its batch module. */
  static double simpleJavaMail(int port, int threads, Messages messages) throws Exception {
    Mailer mailer =
        MailerBuilder.withSMTPServer("127.0.0.1", port)
            .withTransportStrategy(TransportStrategy.SMTP)
            .withConnectionPoolCoreSize(threads)
            .withConnectionPoolMaxSize(threads)
            .clearEmailValidator()
            .buildMailer();
    try {
      return rate(
          threads,
          messages,
          () -> (number, text) -> mailer.sendMail(email(text, number)).join());
    } finally {
      mailer.shutdownConnectionPool();
    }
  }

  private static Email email(String text, int number) {
    return EmailBuilder.startingBlank()
        .from("desk@bench.example")
        .to("c" + number + "@client.example")
        .withSubject("Bench")
        .withPlainText(text)
        .buildEmail();
  }

  private static double rate(int threads, Messages messages, Worker worker) throws Exception {
    ExecutorService pool = Executors.newFixedThreadPool(threads);
    List<Future<?>> running = new ArrayList<>();
    long start = System.nanoTime();
    for (int i = 0; i < threads; i++) {
      running.add(
          pool.submit(
              () -> {
                messages.sendAll(worker.open());
                return null;
              }));
    }
    for (Future<?> each : running) {
      each.get();
    }
    double seconds = (System.nanoTime() - start) / 1e9;
    pool.shutdown();
    return messages.count() / seconds;
  }

  private static Session session(int port) {
    Properties settings = new Properties();
    settings.setProperty("mail.smtp.host", "127.0.0.1");
    settings.setProperty("mail.smtp.port", Integer.toString(port));
    return Session.getInstance(settings);
  }

  private static MimeMessage message(Session session, String text, int number) throws Exception {
    MimeMessage message = new MimeMessage(session);
    message.setFrom(new InternetAddress("desk@bench.example"));
    message.setRecipient(
        Message.RecipientType.TO, new InternetAddress("c" + number + "@client.example"));
    message.setSubject("Bench");
    message.setText(text, "UTF-8");
    return message;
  }
}
