package org.mailroom.security;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AskedPageTest {
  @Test
  void a_page_is_remembered_with_its_query() {
    assertThat(AskedPage.of(new FakeRequest("GET", "/mailbox/form.xhtml?id=3").request()))
        .contains(new AskedPage("/mailbox/form.xhtml?id=3"));
  }

  @Test
  void what_was_sent_is_not_sent_again() {
    assertThat(AskedPage.of(new FakeRequest("POST", "/mailbox/form.xhtml").request())).isEmpty();
  }

  @Test
  void what_is_no_page_is_not_gone_back_to() {
    assertThat(AskedPage.of(new FakeRequest("GET", "/images/logo.svg").request())).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"//evil.example/a.xhtml", "/\\evil.example/a.xhtml"})
  void another_site_is_never_gone_to(String address) {
    assertThat(AskedPage.of(new FakeRequest("GET", address).request())).isEmpty();
  }
}
