package org.mailroom.security;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AreaTest {
  @ParameterizedTest
  @CsvSource({
    "/api, API",
    "/openapi, TOOLS",
    "/metrics, TOOLS",
    "/health, PAGES",
    "/index.xhtml, PAGES",
    "/apix, PAGES",
    "'', PAGES"
  })
  void each_part_of_the_application_has_its_way_of_logging_in(String servletPath, Area area) {
    assertThat(Area.of(servletPath)).isEqualTo(area);
  }
}
