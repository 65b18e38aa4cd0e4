package io.sspr.reset;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.conditions.ArchPredicates.are;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import io.sspr.messaging.Handler;
import java.time.Clock;
import java.time.Instant;
import java.util.Random;
import org.springframework.stereotype.Component;

@AnalyzeClasses(packages = "io.sspr.reset", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTests {

    @ArchTest
    static final ArchRule featuresDoNotDependOnEachOtherInACircle =
            slices().matching("io.sspr.reset.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule decisionsKnowNeitherDatabaseNorClockNorChance = noClasses()
            .that()
            .haveSimpleNameEndingWith("Decider")
            .or()
            .haveSimpleNameEndingWith("Judge")
            .or()
            .haveSimpleNameEndingWith("Rules")
            .or()
            .haveSimpleName("RecentResets")
            .or()
            .haveSimpleName("Failures")
            .should()
            .dependOnClassesThat(are(resideInAnyPackage("org.springframework..", "java.sql..", "io.sspr.messaging..")))
            .orShould()
            .dependOnClassesThat()
            .areAssignableTo(Clock.class)
            .orShould()
            .dependOnClassesThat()
            .areAssignableTo(Random.class);

    @ArchTest
    static final ArchRule nobodyAsksTheSystemForTheTime =
            noClasses().should().callMethod(Instant.class, "now").orShould().callMethod(Clock.class, "systemUTC");

    @ArchTest
    static final ArchRule nobodyComparesLettersInTheirOwnWay =
            noClasses().should().callMethod(String.class, "equalsIgnoreCase", String.class);

    @ArchTest
    static final ArchRule handlersAreForNobodyElse = classes()
            .that()
            .implement(Handler.class)
            .should()
            .bePackagePrivate()
            .andShould()
            .beAnnotatedWith(Component.class);
}
