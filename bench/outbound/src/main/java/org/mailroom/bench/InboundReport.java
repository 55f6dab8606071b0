package org.mailroom.bench;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What was measured of reading, and what was promised. */
final class InboundReport {
  private static final double WANTED_OF_LIMIT = 0.6;
  private static final double WANTED_REQUESTS = 150;
  private static final double WANTED_FAR = 50;
  private static final double WANTED_LAG = 5;
  private static final double WANTED_KB = 60;
  private static final double WANTED_ARRIVAL = 2;
  private static final double WANTED_MB = 300;

  private final Figures figures;
  private final int mails;

  InboundReport(Figures figures, int mails) {
    this.figures = figures;
    this.mails = mails;
  }

  List<String> lines() throws IOException {
    List<String> lines = new ArrayList<>();
    lines.add(Section.machine() + "; %,d mails. Medians.".formatted(mails));
    for (String table : figures.tables()) {
      lines.addAll(List.of("", "| | %s |".formatted(unit(table)), "|---|---|"));
      for (String row : figures.rows(table)) {
        lines.add(
            String.format(Locale.ENGLISH, "| %s | %,.1f |", row, figures.median(table, row)));
      }
    }
    lines.addAll(Section.promises());
    for (String database : List.of("PostgreSQL", "H2")) {
      rates(lines, database);
    }
    far(lines);
    most(lines, "MB", "held at most, over idle", WANTED_MB);
    figures.tables().stream()
        .filter(Waiting.LAG::equals)
        .flatMap(table -> figures.rows(table).stream())
        .filter(row -> row.endsWith(Waiting.LATE))
        .forEach(row -> most(lines, Waiting.LAG, row, WANTED_LAG));
    most(lines, Waiting.KB, Waiting.HELD, WANTED_KB);
    most(lines, Waiting.LAG, Waiting.ARRIVAL, WANTED_ARRIVAL);
    return lines;
  }

  private static String unit(String table) {
    return table.equals(Inbound.FAR) ? "mails a second at 20 ms" : table;
  }

  private void rates(List<String> lines, String database) {
    String stored = Inbound.STORED.formatted(database);
    if (figures.has(Inbound.RATES, stored)) {
      double ratio =
          figures.median(Inbound.RATES, stored) / figures.median(Inbound.RATES, Inbound.LIMIT);
      lines.add(
          Section.promise(
              stored + " to " + Inbound.LIMIT, ">= 0.60", ratio, ratio >= WANTED_OF_LIMIT));
    }
    String confirmed = Inbound.CONFIRMED.formatted(database);
    if (figures.has(Inbound.RATES, confirmed)) {
      double rate = figures.median(Inbound.RATES, confirmed);
      lines.add(
          Section.promise(confirmed + ", a second", ">= 150", rate, rate >= WANTED_REQUESTS));
    }
  }

  private void far(List<String> lines) {
    if (figures.has(Inbound.FAR, Inbound.BATCHES)) {
      double ratio =
          figures.median(Inbound.FAR, Inbound.BATCHES)
              / figures.median(Inbound.FAR, Inbound.ONE_BY_ONE);
      lines.add(
          Section.promise("20 ms: Mailroom to one by one", ">= 50", ratio, ratio >= WANTED_FAR));
    }
  }

  private void most(List<String> lines, String table, String row, double wanted) {
    if (figures.has(table, row)) {
      double measured = figures.median(table, row);
      lines.add(
          Section.promise(
              row + ", " + table, "< %.0f".formatted(wanted), measured, measured < wanted));
    }
  }
}
