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
import java.util.concurrent.atomic.AtomicInteger;
import org.simplejavamail.api.email.Email;
import org.simplejavamail.api.mailer.Mailer;
import org.simplejavamail.api.mailer.config.TransportStrategy;
import org.simplejavamail.email.EmailBuilder;
import org.simplejavamail.mailer.MailerBuilder;

/** What others do: each builds its message and sends it, from memory, in so many threads. */
final class Peers {
  private Peers() {}

  /** Sends one message. */
  private interface Sender {
    void send(int number) throws Exception;
  }

  /** One worker's way of sending. */
  private interface Worker {
    Sender open() throws Exception;
  }

  /** A connection for each message, as workflow engines do. */
  static double transportSend(int port, int threads, int count, int bytes) throws Exception {
    Session session = session(port);
    String text = text(bytes);
    return rate(threads, count, () -> number -> Transport.send(message(session, text, number)));
  }

  /** One connection for each thread. */
  static double reused(int port, int threads, int count, int bytes) throws Exception {
    Session session = session(port);
    String text = text(bytes);
    return rate(
        threads,
        count,
        () -> {
          Transport transport = session.getTransport("smtp");
          transport.connect();
          return number -> {
            MimeMessage message = message(session, text, number);
            message.saveChanges();
            transport.sendMessage(message, message.getAllRecipients());
          };
        });
  }

  /** Simple Java Mail with the pool of its batch module. */
  static double simpleJavaMail(int port, int threads, int count, int bytes) throws Exception {
    String text = text(bytes);
    Mailer mailer =
        MailerBuilder.withSMTPServer("127.0.0.1", port)
            .withTransportStrategy(TransportStrategy.SMTP)
            .withConnectionPoolCoreSize(threads)
            .withConnectionPoolMaxSize(threads)
            .clearEmailValidator()
            .buildMailer();
    try {
      return rate(threads, count, () -> number -> mailer.sendMail(email(text, number)).join());
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

  private static double rate(int threads, int count, Worker worker) throws Exception {
    ExecutorService pool = Executors.newFixedThreadPool(threads);
    AtomicInteger next = new AtomicInteger();
    List<Future<?>> running = new ArrayList<>();
    long start = System.nanoTime();
    for (int i = 0; i < threads; i++) {
      running.add(
          pool.submit(
              () -> {
                Sender sender = worker.open();
                for (int n = next.getAndIncrement(); n < count; n = next.getAndIncrement()) {
                  sender.send(n);
                }
                return null;
              }));
    }
    for (Future<?> each : running) {
      each.get();
    }
    double seconds = (System.nanoTime() - start) / 1e9;
    pool.shutdown();
    return count / seconds;
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

  private static String text(int bytes) {
    return "0123456789".repeat(7).concat("\r\n").repeat(bytes / 72);
  }
}
