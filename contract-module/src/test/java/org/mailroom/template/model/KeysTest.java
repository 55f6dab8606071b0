package org.mailroom.template.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mailroom.request.RequestFixture;
import org.mailroom.request.RequestView;
import org.mailroom.request.Situation;

class KeysTest {
  private final Keys keys =
      new Keys(URI.create("https://desk.example"), ZoneId.of("America/Sao_Paulo"));
  private final RequestView request = RequestFixture.view(Situation.IN_PROGRESS);

  @ParameterizedTest
  @CsvSource({
    "IDSERVICEREQUEST, IDSOLICITACAOSERVICO, 4711",
    "TITLE, TITULO, Printer on fire",
    "DESCRIPTION, DESCRICAO, It burns.",
    "CONTRACTNAME, CONTRATO, C-1",
    "CLIENTNAME, NOMECLIENTE, XPTO Company",
    "SITUACTION, SITUACAO, IN_PROGRESS",
    "DESCRSITUATION, DESCRSITUACAO, In progress",
    "CONTACTNAME, NOMECONTATO, Ana",
    "REQUESTERNAME, SOLICITANTE, Ana",
    "CONTACTEMAIL, EMAILCONTATO, ana@xpto.example",
    "OWNERNAME, RESPONSAVEL, system",
    "ORIGINNAME, ORIGEM, mail",
    "NOTE, NOTA, It still burns.",
    "REQUESTDATETIMESTR, DATAHORASOLICITACAOSTR, 2026-11-22 09:00",
    "STARTDATETIME, DATAHORAINICIO, 2026-11-22 09:00",
    "LINKSERVICEREQUEST, LINKSOLICITACAOSERVICO, https://desk.example/request/view.xhtml?number=4711"
  })
  void have_an_english_and_a_portuguese_name(String english, String portuguese, String value) {
    assertThat(keys.valueOf(english, request)).isEqualTo(value);
    assertThat(keys.valueOf(portuguese, request)).isEqualTo(value);
  }

  @Test
  void what_a_request_has_not_is_empty() {
    assertThat(keys.valueOf("ENDDATETIME", request)).isEmpty();
    assertThat(keys.valueOf("NEVERHEARD", request)).isEmpty();
  }

  @Test
  void a_contact_without_a_name_is_called_by_the_address() {
    RequestView nameless = RequestFixture.view("Printer", "", "", Situation.CLOSED);

    assertThat(keys.valueOf("CONTACTNAME", nameless)).isEqualTo("ana@xpto.example");
  }
}
