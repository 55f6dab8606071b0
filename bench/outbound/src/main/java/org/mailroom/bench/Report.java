package org.mailroom.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** Writes what was measured into its section of docs/benchmarks.md. */
final class Report {
  private static final Path FILE = Path.of("docs", "benchmarks.md");
  private static final String BEGIN = "<!-- outbound: begin -->";
  private static final String END = "<!-- outbound: end -->";

  private final Figures figures;
  private final Sinks sinks;

  Report(Figures figures, Sinks sinks) {
    this.figures = figures;
    this.sinks = sinks;
  }

  void write() throws IOException {
    String section = String.join("\n", lines());
    System.out.println(section);
    String page = Files.readString(FILE);
    int begin = page.indexOf(BEGIN) + BEGIN.length();
    int end = page.indexOf(END);
    Files.writeString(FILE, page.substring(0, begin) + "\n" + section + "\n" + page.substring(end));
  }

  private List<String> lines() throws IOException {
    List<String> lines = new ArrayList<>();
    lines.add(machine());
    for (String table : figures.tables()) {
      lines.add("");
      lines.addAll(table(table));
    }
    lines.add("");
    lines.addAll(promises());
    return lines;
  }

  private String machine() throws IOException {
    String cpu =
        first(Path.of("/proc/cpuinfo"), "model name").replaceFirst("^[^:]*:\\s*", "").strip();
    String memory = first(Path.of("/proc/meminfo"), "MemTotal").replaceAll("\\D+", "");
    return "Measured on %s: %s, %d cores, %d GB, %s %s, JDK %s; limit by %s. Medians."
        .formatted(
            LocalDate.now(),
            cpu.isEmpty() ? "an unknown processor" : cpu,
            Runtime.getRuntime().availableProcessors(),
            memory.isEmpty() ? 0 : Math.round(Long.parseLong(memory) / 1048576.0),
            System.getProperty("os.name"),
            System.getProperty("os.version"),
            System.getProperty("java.version"),
            sinks.tools());
  }

  private static String first(Path file, String beginning) throws IOException {
    if (!Files.exists(file)) {
      return "";
    }
    try (Stream<String> lines = Files.lines(file)) {
      return lines.filter(line -> line.startsWith(beginning)).findFirst().orElse("");
    }
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
    List<String> lines =
        new ArrayList<>(List.of("| promise | wanted | measured | |", "|---|---|---|---|"));
    promise(lines, "4 KB", "Mailroom, PostgreSQL", "limit", 0.4);
    promise(lines, "4 KB", "Mailroom, PostgreSQL", "Transport.send", 5);
    promise(lines, "4 KB", "Mailroom, PostgreSQL", "Simple Java Mail, pool", 2);
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
          String.format(
              Locale.ENGLISH,
              "| %s: %s to %s | >= %.2f | %.2f | %s |",
              table,
              ours,
              peer,
              wanted,
              ratio,
              ratio >= wanted ? "OK" : "MISSED"));
    }
  }
}
