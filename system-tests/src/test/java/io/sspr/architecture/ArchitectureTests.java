package io.sspr.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.belongToAnyOf;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import io.sspr.contract.policy.HeldKinds;
import io.sspr.contract.policy.PolicyFaults;
import io.sspr.contract.policy.RegistrationNeeds;
import io.sspr.contract.policy.Terms;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Each rule holds for the code and is broken by its fixture, so that no rule can pass because it sees nothing. */
class ArchitectureTests {

    private static final String[] SERVICES = {"io.sspr.registration..", "io.sspr.reset..", "io.sspr.notification.."};

    /** Rule to the package under {@code io.sspr} whose classes break it. */
    private static final Map<ArchRule, String> RULES = Map.ofEntries(
            Map.entry(
                    noClasses()
                            .that()
                            .resideInAPackage("io.sspr.contract..")
                            .should()
                            .dependOnClassesThat()
                            .resideInAPackage("org.springframework..")
                            .as("the contract knows no Spring"),
                    "io.sspr.contract.violating"),
            Map.entry(alone("io.sspr.registration.."), "io.sspr.registration.violating"),
            Map.entry(alone("io.sspr.reset.."), "io.sspr.reset.violating"),
            Map.entry(alone("io.sspr.notification.."), "io.sspr.notification.violating"),
            Map.entry(
                    classes()
                            .that()
                            .resideInAnyPackage("io.sspr.client..", "io.sspr.demo..", "io.sspr.portal..")
                            .should()
                            .onlyDependOnClassesThat(not(resideInAPackage("io.sspr.."))
                                    .or(resideInAnyPackage(
                                            "io.sspr.client..",
                                            "io.sspr.demo..",
                                            "io.sspr.portal..",
                                            "io.sspr.contract..")))
                            .as("front ends know the contract only"),
                    "io.sspr.demo.violating"),
            Map.entry(
                    classes()
                            .that()
                            .resideInAPackage("io.sspr.audit..")
                            .should()
                            .onlyDependOnClassesThat(not(resideInAPackage("io.sspr.."))
                                    .or(resideInAnyPackage("io.sspr.audit..", "io.sspr.contract..")))
                            .andShould()
                            .onlyDependOnClassesThat(not(belongToAnyOf(
                                    Terms.class, PolicyFaults.class, HeldKinds.class, RegistrationNeeds.class)))
                            .as("the auditor knows the contract and shares no decision with what it checks"),
                    "io.sspr.audit.violating"),
            Map.entry(
                    noClasses()
                            .that()
                            .resideInAnyPackage(SERVICES)
                            .should()
                            .dependOnClassesThat()
                            .resideInAnyPackage("org.apache.kafka.clients.producer..", "org.springframework.kafka..")
                            .as("services speak through the outbox only"),
                    "io.sspr.reset.speaking"),
            Map.entry(
                    noClasses()
                            .that()
                            .resideInAPackage("io.sspr..")
                            .should()
                            .callMethod(String.class, "equalsIgnoreCase", String.class)
                            .orShould()
                            .callMethod(String.class, "toLowerCase")
                            .orShould()
                            .callMethod(String.class, "toUpperCase")
                            .as("case depends on nobody's locale and folds no letters together (ATK-09)"),
                    "io.sspr.reset.folding"),
            Map.entry(
                    noClasses()
                            .that()
                            .resideInAPackage("io.sspr..")
                            .should()
                            .dependOnClassesThat()
                            .haveFullyQualifiedName(Random.class.getName())
                            .orShould()
                            .callMethod(Math.class, "random")
                            .as("randomness is SecureRandom"),
                    "io.sspr.reset.guessable"),
            Map.entry(
                    noClasses()
                            .that()
                            .haveSimpleNameEndingWith("Decider")
                            .should()
                            .dependOnClassesThat()
                            .resideInAnyPackage("org.springframework..", "java.sql..", "javax.sql..")
                            .orShould()
                            .callMethod(java.time.Instant.class, "now")
                            .orShould()
                            .callMethod(java.util.UUID.class, "randomUUID")
                            .as("decisions are pure"),
                    "io.sspr.reset.impure"),
            Map.entry(
                    noClasses()
                            .that()
                            .resideInAnyPackage(SERVICES)
                            .or()
                            .resideInAnyPackage("io.sspr.messaging..", "io.sspr.contract..")
                            .should()
                            .accessField(System.class, "out")
                            .orShould()
                            .accessField(System.class, "err")
                            .orShould()
                            .callMethod(Thread.class, "sleep", long.class)
                            .as("services log, and wait for conditions"),
                    "io.sspr.reset.chatty"));

    private static ArchRule alone(String service) {
        String[] others =
                Stream.of(SERVICES).filter(name -> !name.equals(service)).toArray(String[]::new);
        return noClasses()
                .that()
                .resideInAPackage(service)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(others)
                .as(service + " knows no other service");
    }

    private static JavaClasses code() {
        return new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .importPackages("io.sspr");
    }

    @TestFactory
    Stream<DynamicTest> holdsAndBites() {
        JavaClasses code = code();
        return RULES.entrySet().stream()
                .map(rule -> DynamicTest.dynamicTest(rule.getKey().getDescription(), () -> {
                    rule.getKey().check(code);
                    JavaClasses fixture = new ClassFileImporter().importPackages(rule.getValue());
                    assertThat(fixture).as("fixture %s", rule.getValue()).isNotEmpty();
                    assertThat(rule.getKey().evaluate(fixture).hasViolation())
                            .as("%s breaks: %s", rule.getValue(), rule.getKey().getDescription())
                            .isTrue();
                }));
    }

    @Test
    void modulesHaveNoCyclesBetweenPackages() {
        JavaClasses code = code();
        for (String module : new String[] {"registration", "reset", "notification", "messaging", "quickstart", "audit"})
            slices().matching("io.sspr." + module + ".(*)..")
                    .should()
                    .beFreeOfCycles()
                    .check(code);
    }

    @Test
    void packagesAreNamedAfterFeatures() {
        assertThat(code().stream().map(type -> type.getPackageName().toLowerCase(Locale.ROOT)))
                .noneMatch(
                        name -> name.matches(".*\\.(util|utils|helper|helpers|misc|impl|dto|model|service)(\\..*)?"));
    }
}
