package org.mailroom.bench;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What was measured, by table and row. */
final class Figures {
  private final Map<String, Map<String, List<Double>>> tables = new LinkedHashMap<>();

  void add(String table, String row, double rate) {
    tables
        .computeIfAbsent(table, t -> new LinkedHashMap<>())
        .computeIfAbsent(row, r -> new ArrayList<>())
        .add(rate);
    System.out.printf("%-8s %-40s %,10.1f%n", table, row, rate);
  }

  boolean has(String table, String row) {
    return tables.getOrDefault(table, Map.of()).containsKey(row);
  }

  double median(String table, String row) {
    List<Double> sorted = new ArrayList<>(tables.get(table).get(row));
    sorted.sort(null);
    return sorted.get(sorted.size() / 2);
  }

  List<String> tables() {
    return List.copyOf(tables.keySet());
  }

  List<String> rows(String table) {
    return List.copyOf(tables.get(table).keySet());
  }
}
