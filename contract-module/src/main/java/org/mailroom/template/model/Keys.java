package org.mailroom.template.model;

import java.net.URI;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import org.mailroom.mailbox.EmailAddress;
import org.mailroom.request.OccurrenceView;
import org.mailroom.request.RequestView;

/** What each key of a template stands for (docs/templates.md); English and Portuguese names. */
public final class Keys {
  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");

  private final Map<String, Function<RequestView, Object>> values = new HashMap<>();
  private final URI publicUrl;
  private final ZoneId zone;

  /**
   * @param publicUrl what links begin with
   * @param zone that times are written in
   */
  public Keys(URI publicUrl, ZoneId zone) {
    this.publicUrl = publicUrl;
    this.zone = zone;
    request();
    people();
    times();
  }

  private void request() {
    key(RequestView::number, "IDSERVICEREQUEST", "IDSOLICITACAOSERVICO");
    key(RequestView::title, "TITLE", "TITULO");
    key(RequestView::description, "DESCRIPTION", "DESCRICAO");
    key(RequestView::contractNumber, "CONTRACTNAME", "CONTRATO");
    key(RequestView::client, "CLIENTNAME", "NOMECLIENTE");
    key(RequestView::situation, "SITUATION", "SITUACTION", "SITUACAO");
    key(r -> r.situation().words(), "DESCRSITUATION", "DESCRSITUACAO");
    key(RequestView::origin, "ORIGINNAME", "ORIGEM");
    key(Keys::note, "NOTE", "NOTA");
    key(this::link, "LINKSERVICEREQUEST", "LINKSOLICITACAOSERVICO");
  }

  private void people() {
    key(Keys::name, "CONTACTNAME", "NOMECONTATO", "REQUESTERNAME", "SOLICITANTE");
    key(Keys::email, "CONTACTEMAIL", "EMAILCONTATO");
    key(RequestView::openedBy, "OWNERNAME", "RESPONSAVEL");
  }

  private void times() {
    key(r -> time(r.openedAt()), "REQUESTDATETIMESTR", "DATAHORASOLICITACAOSTR");
    key(r -> time(r.openedAt()), "STARTDATETIME", "DATAHORAINICIO");
    key(r -> time(r.closedAt()), "ENDDATETIME", "DATAHORAFIM");
  }

  private void key(Function<RequestView, Object> value, String... names) {
    List.of(names).forEach(name -> values.put(name, value));
  }

  /** What a key, in any case, stands for; nothing if it is unknown or has no value here. */
  public String valueOf(String key, RequestView request) {
    Function<RequestView, Object> value = values.get(key.strip().toUpperCase(Locale.ROOT));
    Object found = value == null ? null : value.apply(request);
    return found == null ? "" : found.toString();
  }

  private static String name(RequestView request) {
    String name = request.contact().name();
    return name.isEmpty() ? email(request) : name;
  }

  private static String email(RequestView request) {
    return request.contact().email().map(EmailAddress::value).orElse(null);
  }

  /** What was last said by anybody. */
  private static String note(RequestView request) {
    List<OccurrenceView> said =
        request.occurrences().stream().filter(o -> !o.origin().equals("system")).toList();
    return said.isEmpty() ? null : said.get(said.size() - 1).text();
  }

  private String link(RequestView request) {
    return publicUrl + "/request/view.xhtml?number=" + request.number();
  }

  private String time(Instant instant) {
    return instant == null ? null : TIME.withZone(zone).format(instant);
  }
}
