package org.mailroom.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.mailroom.api.planted.OpensSecrets;
import org.mailroom.api.planted.ReachesInside;
import org.mailroom.audit.planted.FirstOfCycle;
import org.mailroom.console.planted.KeepsMail;
import org.mailroom.contract.planted.KnowsFlows;
import org.mailroom.flow.planted.KnowsTheWeb;
import org.mailroom.intake.planted.KnowsTheEngine;
import org.mailroom.mailbox.planted.KeepsEntities;
import org.mailroom.mailbox.planted.KnowsContracts;
import org.mailroom.mailbox.planted.MailHelper;
import org.mailroom.outbox.planted.AsksThroughCdi;
import org.mailroom.outbox.planted.MakesDates;
import org.mailroom.outbox.planted.MakesItsClock;
import org.mailroom.outbox.planted.ReadsMillis;
import org.mailroom.outbox.planted.SpeaksMail;
import org.mailroom.outbox.planted.TellsTheTime;
import org.mailroom.paging.planted.util.Drawer;
import org.mailroom.vault.planted.SecondOfCycle;

class RulesTest {
  /** Each rule with test classes that break it. */
  static List<Arguments> rules() {
    return List.of(
        planted(Rules.MAILBOX_EJB_KNOWS_NOTHING_ABOVE, KnowsContracts.class),
        planted(Rules.CONTRACT_MODULE_KNOWS_NOTHING_ABOVE, KnowsFlows.class),
        planted(Rules.FLOW_ENGINE_KNOWS_NOTHING_ABOVE, KnowsTheWeb.class),
        planted(Rules.ONLY_FACES_OF_OTHER_COMPONENTS, ReachesInside.class),
        planted(Rules.NO_CYCLES_BETWEEN_COMPONENTS, FirstOfCycle.class, SecondOfCycle.class),
        planted(Rules.JAKARTA_MAIL_IN_ADAPTERS_ONLY, SpeaksMail.class),
        planted(Rules.FLOWABLE_BEHIND_ITS_DOOR, KnowsTheEngine.class),
        planted(Rules.ENTITY_MANAGER_IN_JPA_ONLY, KeepsEntities.class),
        planted(Rules.THE_WEB_KNOWS_NO_TECHNOLOGY_BELOW, KeepsMail.class),
        planted(Rules.THE_WEB_OPENS_NO_SECRET, OpensSecrets.class),
        planted(Rules.NO_TIME_WITHOUT_A_CLOCK, TellsTheTime.class),
        planted(Rules.NO_TIME_WITHOUT_A_CLOCK, MakesItsClock.class),
        planted(Rules.NO_TIME_WITHOUT_A_CLOCK, MakesDates.class),
        planted(Rules.NO_TIME_WITHOUT_A_CLOCK, ReadsMillis.class),
        planted(Rules.SESSION_BEANS_BY_EJB, AsksThroughCdi.class),
        planted(Rules.NO_EMPTY_SUFFIXES, MailHelper.class),
        planted(Rules.NO_EMPTY_PACKAGES, Drawer.class));
  }

  private static Arguments planted(ArchRule rule, Class<?>... violations) {
    return Arguments.of(rule, List.of(violations));
  }

  static Stream<ArchRule> rulesAlone() {
    return rules().stream().map(row -> (ArchRule) row.get()[0]).distinct();
  }

  @ParameterizedTest
  @MethodSource("rulesAlone")
  void each_rule_holds(ArchRule rule) {
    rule.check(Production.CLASSES);
  }

  @ParameterizedTest
  @MethodSource("rules")
  void each_rule_can_fail(ArchRule rule, List<Class<?>> violations) {
    var classes = new ClassFileImporter().importClasses(violations);
    assertThat(rule.evaluate(classes).hasViolation()).isTrue();
  }

  @Test
  void no_rule_is_forgotten() {
    assertThat(rulesAlone())
        .hasSameSizeAs(
            Arrays.stream(Rules.class.getDeclaredFields())
                .filter(field -> Modifier.isStatic(field.getModifiers()))
                .filter(field -> field.getType() == ArchRule.class)
                .toList());
  }
}
