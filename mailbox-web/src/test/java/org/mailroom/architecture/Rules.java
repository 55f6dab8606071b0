package org.mailroom.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.belongToAnyOf;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.equivalentTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.properties.CanBeAnnotated.Predicates.annotatedWith;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.mailroom.architecture.Packages.array;

import com.tngtech.archunit.lang.ArchRule;
import jakarta.ejb.Singleton;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.interceptor.Interceptor;
import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.PersistenceContext;
import java.io.Serializable;
import java.util.List;
import org.mailroom.mailbox.MailboxAccess;
import org.mailroom.vault.Vault;

/**
 * The rules of the architecture; {@link RulesTest} proves that each holds and that each can fail.
 */
final class Rules {
  static final ArchRule MAILBOX_EJB_KNOWS_NOTHING_ABOVE =
      downward(
          Packages.MAILBOX_EJB,
          List.of(Packages.CONTRACT_MODULE, Packages.FLOW_ENGINE, Packages.MAILBOX_WEB));

  static final ArchRule CONTRACT_MODULE_KNOWS_NOTHING_ABOVE =
      downward(Packages.CONTRACT_MODULE, List.of(Packages.FLOW_ENGINE, Packages.MAILBOX_WEB));

  static final ArchRule FLOW_ENGINE_KNOWS_NOTHING_ABOVE =
      downward(Packages.FLOW_ENGINE, List.of(Packages.MAILBOX_WEB));

  static final ArchRule ONLY_FACES_OF_OTHER_COMPONENTS =
      classes()
          .that()
          .resideInAPackage(Packages.ROOT + "..")
          .should(new KnowOnlyFacesOfOthers())
          .because("all below a component's root package is its own business");

  static final ArchRule NO_CYCLES_BETWEEN_COMPONENTS =
      slices().matching(Packages.COMPONENT).should().beFreeOfCycles();

  static final ArchRule JAKARTA_MAIL_IN_ADAPTERS_ONLY =
      only(Packages.MAIL_ADAPTERS, Packages.JAKARTA_MAIL);

  static final ArchRule FLOWABLE_BEHIND_ITS_DOOR =
      only(Packages.FLOWABLE_ADAPTERS, Packages.FLOWABLE);

  static final ArchRule ENTITY_MANAGER_IN_JPA_ONLY =
      noClasses()
          .that()
          .resideOutsideOfPackages(array(Packages.PERSISTENCE_ADAPTERS))
          .should()
          .dependOnClassesThat()
          .belongToAnyOf(EntityManager.class, EntityManagerFactory.class, PersistenceContext.class);

  static final ArchRule THE_WEB_KNOWS_NO_TECHNOLOGY_BELOW =
      noClasses()
          .that()
          .resideInAnyPackage(array(Packages.MAILBOX_WEB))
          .should()
          .dependOnClassesThat(
              resideInAnyPackage(
                  array(
                      joined(
                          List.of(
                              Packages.PERSISTENCE, Packages.JAKARTA_MAIL, Packages.FLOWABLE)))));

  static final ArchRule THE_WEB_OPENS_NO_SECRET =
      noClasses()
          .that()
          .resideInAnyPackage(array(Packages.MAILBOX_WEB))
          .should()
          .dependOnClassesThat(
              belongToAnyOf(Vault.class, MailboxAccess.class)
                  // what kind of failure it was is no secret
                  .and(not(equivalentTo(MailboxAccess.Trouble.class))));

  static final ArchRule NO_TIME_WITHOUT_A_CLOCK =
      noClasses()
          .that()
          .resideOutsideOfPackages(array(Packages.CLOCK_MAKER))
          .should()
          .callMethodWhere(Clockless.CALL)
          .orShould()
          .callConstructorWhere(Clockless.NEW_DATE)
          .because("time comes in from outside, through a java.time.Clock");

  static final ArchRule SESSION_BEANS_BY_EJB =
      noFields()
          .that()
          .areAnnotatedWith(Inject.class)
          // a page is put away with its fields, which proxies of EJB are not made for
          .and()
          .areDeclaredInClassesThat(not(assignableTo(Serializable.class)))
          // nor has the bean around which it stands a place for its references
          .and()
          .areDeclaredInClassesThat(not(annotatedWith(Interceptor.class)))
          .should()
          .haveRawType(annotatedWith(Stateless.class).or(annotatedWith(Singleton.class)))
          .because("a call through CDI looks the bean up anew, by an exception (docs/adr/0024)");

  static final ArchRule NO_EMPTY_SUFFIXES =
      noClasses()
          .should()
          .haveSimpleNameEndingWith("Impl")
          .orShould()
          .haveNameMatching(".*(Manager|Helper|Util|Utils|Data|Info)")
          .because("such a name tells nobody what the class is for");

  static final ArchRule NO_EMPTY_PACKAGES =
      noClasses()
          .should()
          .resideInAnyPackage("..util..", "..common..", "..impl..", "..dto..")
          .because("such a package is a drawer, not a concept");

  private Rules() {}

  private static ArchRule downward(List<String> module, List<List<String>> above) {
    return noClasses()
        .that()
        .resideInAnyPackage(array(module))
        .should()
        .dependOnClassesThat(resideInAnyPackage(array(joined(above))))
        .because("an arrow between modules only ever points down");
  }

  private static ArchRule only(List<String> adapters, List<String> technology) {
    return noClasses()
        .that()
        .resideOutsideOfPackages(array(adapters))
        .should()
        .dependOnClassesThat(resideInAnyPackage(array(technology)));
  }

  private static List<String> joined(List<List<String>> parts) {
    return parts.stream().flatMap(List::stream).toList();
  }
}
