package org.mailroom.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** A command's part of docs/benchmarks.md, between two marks. */
final class Section {
  private static final Path FILE = Path.of("docs", "benchmarks.md");

  private Section() {}

  static void write(String name, List<String> lines) throws IOException {
    String section = String.join("\n", lines);
    System.out.println(section);
    String page = Files.readString(FILE);
    String mark = "<!-- %s: begin -->".formatted(name);
    int begin = page.indexOf(mark) + mark.length();
    int end = page.indexOf("<!-- %s: end -->".formatted(name));
    Files.writeString(FILE, page.substring(0, begin) + "\n" + section + "\n" + page.substring(end));
  }

  /** When and on what it was measured. */
  static String machine() throws IOException {
    String cpu =
        first(Path.of("/proc/cpuinfo"), "model name").replaceFirst("^[^:]*:\\s*", "").strip();
    String memory = first(Path.of("/proc/meminfo"), "MemTotal").replaceAll("\\D+", "");
    return "Measured on %s: %s, %d cores, %d GB, %s %s, JDK %s"
        .formatted(
            LocalDate.now(),
            cpu.isEmpty() ? "an unknown processor" : cpu,
            Runtime.getRuntime().availableProcessors(),
            memory.isEmpty() ? 0 : Math.round(Long.parseLong(memory) / 1048576.0),
            System.getProperty("os.name"),
            System.getProperty("os.version"),
            System.getProperty("java.version"));
  }

  /** Begins a table of what was promised. */
  static List<String> promises() {
    return List.of("", "| promise | wanted | measured | |", "|---|---|---|---|");
  }

  static String promise(String words, String wanted, double measured, boolean kept) {
    return String.format(
        Locale.ENGLISH,
        "| %s | %s | %.2f | %s |",
        words,
        wanted,
        measured,
        kept ? "OK" : "MISSED");
  }

  private static String first(Path file, String beginning) throws IOException {
    if (!Files.exists(file)) {
      return "";
    }
    try (Stream<String> lines = Files.lines(file)) {
      return lines.filter(line -> line.startsWith(beginning)).findFirst().orElse("");
    }
  }
}
