package org.mailroom.oidc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.mailroom.access.Role;
import org.mailroom.environment.Environment;

class OidcSettingsTest {
  private final Map<String, String> variables =
      new HashMap<>(
          Map.of(
              "MAILROOM_OIDC_ISSUER", "https://id.example/staff",
              "MAILROOM_OIDC_CLIENT_ID", "mailroom",
              "MAILROOM_PUBLIC_URL", "https://mail.example/"));

  @Test
  void without_issuer_and_client_there_is_no_provider() {
    assertThat(OidcSettings.of(Environment.of(name -> null))).isEmpty();
    variables.remove("MAILROOM_OIDC_CLIENT_ID");
    assertThat(OidcSettings.of(Environment.of(variables::get))).isEmpty();
  }

  @Test
  void people_come_back_to_the_public_address() {
    OidcSettings settings = OidcSettings.of(Environment.of(variables::get)).orElseThrow();

    assertThat(settings.callback()).hasToString("https://mail.example/oidc/callback");
    assertThat(settings.scopes()).containsExactly("openid", "profile", "email");
    assertThat(settings.claims().rolesOf(List.of("whatever"))).isEmpty();
  }

  @Test
  void values_of_the_claim_become_roles() {
    variables.put(
        "MAILROOM_OIDC_ROLES", "CN=a,CN=b=operator, desk = auditor,desk=contract-manager");

    assertThatThrownBy(() -> OidcSettings.of(Environment.of(variables::get)))
        .hasMessageContaining("names no role \"a\"");
    variables.put("MAILROOM_OIDC_ROLES", "admins=administrator, desk = auditor,desk=operator");
    var claims = OidcSettings.of(Environment.of(variables::get)).orElseThrow().claims();
    assertThat(claims.rolesOf(List.of("desk", "x"))).contains(Set.of(Role.AUDITOR, Role.OPERATOR));
    assertThat(claims.rolesOf(List.of())).contains(Set.of());
  }
}
