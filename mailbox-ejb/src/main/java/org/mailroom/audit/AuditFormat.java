package org.mailroom.audit;

/** How entries are exported, a line each, in UTF-8. */
public enum AuditFormat {
  /** RFC 4180, with a first line of names; a spreadsheet takes no cell for a formula. */
  CSV("text/csv", "csv"),
  /** One JSON object a line. */
  JSONL("application/jsonl", "jsonl");

  private final String mediaType;
  private final String extension;

  AuditFormat(String mediaType, String extension) {
    this.mediaType = mediaType;
    this.extension = extension;
  }

  public String mediaType() {
    return mediaType;
  }

  public String fileName() {
    return "audit." + extension;
  }
}
