package io.github.aspoperator.local;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** Who may import whom; see docs/architecture.md, "Rooms". */
@AnalyzeClasses(
    packages = "io.github.aspoperator",
    importOptions = ImportOption.DoNotIncludeTests.class)
final class RoomsTest {

  private RoomsTest() {}

  private static final String BASE = "io.github.aspoperator.";

  private static final String[] OPERATOR = {
    BASE + "identity..",
    BASE + "refusal..",
    BASE + "content..",
    BASE + "trust..",
    BASE + "session..",
    BASE + "job..",
    BASE + "presence..",
    BASE + "delivery..",
    BASE + "operator..",
    BASE + "stored.."
  };

  @ArchTest
  static final ArchRule THE_PROTOCOL_KNOWS_ONLY_THE_JDK =
      classes()
          .that(resideInAnyPackage(OPERATOR))
          .should()
          .onlyDependOnClassesThat(
              resideInAnyPackage(OPERATOR).or(resideInAnyPackage("java..", "org.jspecify..")));

  @ArchTest
  static final ArchRule THE_WIRE_KNOWS_THE_PROTOCOL_AND_JSON =
      classes()
          .that()
          .resideInAPackage(BASE + "wire..")
          .should()
          .onlyDependOnClassesThat(
              resideInAnyPackage(OPERATOR)
                  .or(
                      resideInAnyPackage(
                          BASE + "wire..",
                          BASE + "schemas..",
                          "java..",
                          "org.jspecify..",
                          "com.fasterxml.jackson.core..")));

  @ArchTest
  static final ArchRule A_SESSION_ASKS_NOBODY =
      noClasses()
          .that()
          .resideInAPackage(BASE + "session..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              BASE + "job..", BASE + "presence..", BASE + "delivery..", BASE + "operator..");

  @ArchTest
  static final ArchRule PRESENCE_DOES_NOT_KNOW_DELIVERY =
      noClasses()
          .that()
          .resideInAPackage(BASE + "presence..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(BASE + "delivery..", BASE + "operator..");

  @ArchTest
  static final ArchRule THE_STORE_KNOWS_NO_HTTP =
      noClasses()
          .that()
          .resideInAPackage(BASE + "local.store..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              BASE + "wire..",
              BASE + "local.http..",
              BASE + "local.socket..",
              "org.eclipse.jetty..");

  @ArchTest
  static final ArchRule ROOMS_OF_THE_PROTOCOL_HAVE_AN_ORDER =
      slices().matching(BASE + "(*)..").should().beFreeOfCycles();

  @ArchTest
  static final ArchRule ROOMS_OF_A_MODULE_HAVE_AN_ORDER =
      slices().matching(BASE + "(wire|local).(*)..").should().beFreeOfCycles();

  @ArchTest
  static final ArchRule NOBODY_PRINTS_BUT_THE_START =
      noClasses()
          .that()
          .resideOutsideOfPackages(BASE + "load..", BASE + "testkit..")
          .and()
          .doNotHaveFullyQualifiedName(BASE + "local.Main")
          .and()
          .doNotHaveFullyQualifiedName(BASE + "local.Rehearsal")
          .should()
          .accessField(System.class, "out")
          .orShould()
          .accessField(System.class, "err")
          .because("what a user sees is said in one place ");
}
