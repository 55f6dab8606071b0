package org.mailroom.bench;

/** Writes the tables. */
final class Report {
  private Report() {}

  static void write(Figures figures, Sinks sinks) {
    for (String table : figures.tables()) {
      for (String row : figures.rows(table)) {
        System.out.printf("%-8s %-40s %,10.1f%n", table, row, figures.median(table, row));
      }
    }
  }
}
