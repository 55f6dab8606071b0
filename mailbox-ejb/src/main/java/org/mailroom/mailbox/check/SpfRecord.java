package org.mailroom.mailbox.check;

import java.util.List;
import java.util.Locale;
import org.mailroom.mailbox.CheckCode;
import org.mailroom.mailbox.Finding;
import org.mailroom.mailbox.Provider;

/** Which hosts may send mail for a domain, as it says itself (RFC 7208), and what that means. */
record SpfRecord(String domain, List<String> texts) {
  private static final String VERSION = "v=spf1";

  SpfRecord {
    texts =
        texts.stream()
            .map(text -> text.toLowerCase(Locale.ROOT).strip())
            .filter(text -> text.equals(VERSION) || text.startsWith(VERSION + " "))
            .toList();
  }

  Finding seen(Provider.Alignment provider) {
    if (texts.isEmpty()) {
      return Finding.of(CheckCode.SPF_MISSING, domain);
    }
    // RFC 7208 4.5: receivers take more than one for an error, and believe none
    return texts.size() > 1
        ? Finding.of(CheckCode.SPF_TWICE, domain)
        : judged(texts.get(0), provider);
  }

  private Finding judged(String record, Provider.Alignment provider) {
    List<String> terms = List.of(record.split("\\s+"));
    if (terms.contains("+all") || terms.contains("all")) {
      return Finding.of(CheckCode.SPF_ANYBODY, domain);
    }
    boolean names = provider.spf().isEmpty() || terms.contains("include:" + provider.spf());
    // what is redirected or nested is the domain's own business, and may well lead there
    boolean elsewhere = record.contains("redirect=") || record.contains("%{");
    return names || elsewhere
        ? Finding.of(CheckCode.SPF, record)
        : Finding.of(CheckCode.SPF_WITHOUT_PROVIDER, domain, "include:" + provider.spf());
  }
}
