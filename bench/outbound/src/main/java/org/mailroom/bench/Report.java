package org.mailroom.bench;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Writes what was measured into its section of docs/benchmarks.md. */
final class Report {
  private final Figures figures;
  private final Sinks sinks;

  Report(Figures figures, Sinks sinks) {
    this.figures = figures;
    this.sinks = sinks;
  }

  void write() throws IOException {
    Section.write("outbound", lines());
  }

  private List<String> lines() throws IOException {
    List<String> lines = new ArrayList<>();
    lines.add(Section.machine() + "; limit by %s. Medians.".formatted(sinks.tools()));
    for (String table : figures.tables()) {
      lines.add("");
      lines.addAll(table(table));
    }
    lines.addAll(promises());
    return lines;
  }

  private List<String> table(String table) {
    boolean limited = figures.has(table, "limit");
    List<String> lines = new ArrayList<>();
    String unit = table.equals("MB") ? "MB" : "messages a second";
    lines.add("| %s | %s |%s".formatted(table, unit, limited ? " of the limit |" : ""));
    lines.add("|---|---|" + (limited ? "---|" : ""));
    for (String row : figures.rows(table)) {
      double median = figures.median(table, row);
      String ratio =
          limited ? " %.2f |".formatted(median / figures.median(table, "limit")) : "";
      lines.add(String.format(Locale.ENGLISH, "| %s | %,.0f |%s", row, median, ratio));
    }
    return lines;
  }

  private List<String> promises() {
    List<String> lines = new ArrayList<>(Section.promises());
    promise(lines, "4 KB", "Mailroom, PostgreSQL", "limit", 0.4);
    for (String where : List.of("", ", from the outbox")) {
      promise(lines, "4 KB", "Mailroom, PostgreSQL", "Transport.send" + where, 5);
      promise(lines, "4 KB", "Mailroom, PostgreSQL", "Simple Java Mail, pool" + where, 2);
    }
    promise(lines, "4 KB", "Mailroom, H2", "limit", 0.15);
    promise(lines, "100 KB", "Mailroom, PostgreSQL", "limit", 0.4);
    promise(
        lines, "20 ms", "Mailroom, 4 connections", "Jakarta Mail, reused, 4 connections", 1.5);
    if (figures.has("MB", "held at most, over idle")) {
      double held = figures.median("MB", "held at most, over idle");
      lines.add(
          String.format(
              Locale.ENGLISH,
              "| memory over idle, MB | < 150 | %.0f | %s |",
              held,
              held < 150 ? "OK" : "MISSED"));
    }
    return lines;
  }

  private void promise(List<String> lines, String table, String ours, String peer, double wanted) {
    if (figures.has(table, ours) && figures.has(table, peer)) {
      double ratio = figures.median(table, ours) / figures.median(table, peer);
      lines.add(
          Section.promise(
              "%s: %s to %s".formatted(table, ours, peer),
              String.format(Locale.ENGLISH, ">= %.2f", wanted),
              ratio,
              ratio >= wanted));
    }
  }
}
