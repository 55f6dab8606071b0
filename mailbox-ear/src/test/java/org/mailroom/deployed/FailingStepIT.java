package org.mailroom.deployed;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A step of a flow fails in the transaction that would have opened the request along with it: the
 * request is there all the same, once, the failure is told, and no mail leaves twice.
 */
class FailingStepIT {
  private static final String AT_ONCE = "Lost at once";
  private static final String LATER = "Lost later";

  @TempDir Path directory;
  private Desk desk;

  @BeforeEach
  void open() {
    desk = new Desk(directory);
    String flow = Desk.resource("no-way-out.bpmn");
    Rest.Answer saved = desk.rest().post("flows", "application/xml", flow);
    assertThat(saved.status()).as(saved.body()).isEqualTo(201);
    JsonObject contract = desk.rest().first("contracts?q=XPTO-1");
    Rest.Answer changed =
        desk.rest()
            .put(
                "contracts/" + Desk.id(contract),
                Json.createObjectBuilder(contract).add("flow", "no-way-out"));
    assertThat(changed.status()).as(changed.body()).isEqualTo(200);
  }

  @AfterEach
  void close() {
    desk.close();
  }

  @Test
  void the_request_is_there_the_incident_is_told_and_nothing_is_sent_twice() {
    desk.open(desk.xpto, AT_ONCE, "rest-1@customer.example");
    desk.open(desk.xpto, LATER, "rest-2@customer.example");
    put("mail-1@customer.example", AT_ONCE);
    put("mail-2@customer.example", LATER);

    Await.until("four requests", () -> desk.rest().total("requests") == 4);
    Await.until("each has its incident", () -> incidents().size() == 4);
    Await.until("both mails are settled", () -> desk.rest().total("received?state=OPENED") == 2);
    Await.until("two mails have left", () -> desk.rest().total("messages?state=SENT") == 2);

    assertThat(incidents())
        .allMatch(it -> it.getString("message").contains("No outgoing sequence flow"));
    assertThat(incidents())
        .extracting(it -> it.getString("element"))
        .containsExactlyInAnyOrder("first", "first", "second", "second");
    assertThat(desk.rest().total("messages")).isEqualTo(2);
    assertThat(desk.rest().total("requests")).isEqualTo(4);
    assertThat(desk.rest().total("received")).isEqualTo(2);
    for (String origin : List.of("rest", "mail")) {
      assertThat(sent(origin + "-1@customer.example")).isZero();
      assertThat(sent(origin + "-2@customer.example")).isEqualTo(1);
    }
    assertThat(requests()).allMatch(it -> it.getString("situation").equals("IN_PROGRESS"));
    assertThat(requests()).allMatch(it -> said(it, "Opened.") == 1);
  }

  private int sent(String address) {
    return desk.xpto.host().receivedBy(address).size() + desk.standard.receivedBy(address).size();
  }

  private List<JsonObject> incidents() {
    return requests().stream()
        .flatMap(request -> objects(request.getJsonArray("incidents")).stream())
        .toList();
  }

  private List<JsonObject> requests() {
    return objects(desk.rest().get("requests").json().getJsonArray("items")).stream()
        .map(row -> desk.rest().get("requests/" + row.getInt("number")).json())
        .toList();
  }

  private static long said(JsonObject request, String words) {
    return objects(request.getJsonArray("occurrences")).stream()
        .filter(occurrence -> occurrence.getString("text").equals(words))
        .count();
  }

  private static List<JsonObject> objects(JsonArray array) {
    return array.getValuesAs(JsonObject.class);
  }

  private void put(String from, String subject) {
    desk.xpto
        .host()
        .put(
            desk.xpto.address(),
            SampleMails.plain(from, "helpdesk@xpto.example", subject, from, "It is broken."));
  }
}
