package org.mailroom.template;

import jakarta.annotation.PostConstruct;
import jakarta.ejb.EJB;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.mailroom.database.Database;

/**
 * Gives an installation without templates the three to begin with. Each is an HTML page beside this
 * class, whose title is the template's. All three or none are stored: the container runs start-up
 * in one transaction.
 */
@Startup
@Singleton
public class InstalledTemplates {
  private static final List<String> IDENTIFIERS = List.of("opened", "progress", "closed");

  @EJB Database database;
  @EJB Templates templates;

  @PostConstruct
  void begin() {
    database.ready();
    install();
  }

  void install() {
    if (templates.list().isEmpty()) {
      IDENTIFIERS.forEach(identifier -> templates.save(read(identifier)));
    }
  }

  private static TemplateView read(String identifier) {
    try (InputStream page = InstalledTemplates.class.getResourceAsStream(identifier + ".html")) {
      Document document = Jsoup.parse(page, StandardCharsets.UTF_8.name(), "");
      return new TemplateView(identifier, document.title(), document.body().html(), true);
    } catch (IOException e) {
      throw new UncheckedIOException("The template %s cannot be read.".formatted(identifier), e);
    }
  }
}
