package io.sspr.demo;

import io.sspr.client.FrontEnd;
import io.sspr.client.Person;
import io.sspr.contract.PasswordRule;
import io.sspr.contract.Refusal;
import io.sspr.contract.policy.BannedWords;
import io.sspr.contract.policy.PasswordChecks;
import io.sspr.contract.policy.RegistrationRules;
import io.sspr.contract.reply.GroupProvisioned;
import io.sspr.contract.reply.MethodsConfirmed;
import io.sspr.contract.reply.NothingToDo;
import io.sspr.contract.reply.PasswordChecked;
import io.sspr.contract.reply.PolicyChanged;
import io.sspr.contract.reply.RegistrationRequired;
import io.sspr.contract.reply.RegistrationSkipped;
import io.sspr.contract.reply.Reply;
import io.sspr.contract.reply.RequestRefused;
import io.sspr.contract.secret.GroupEntry;
import io.sspr.contract.state.Policy;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** An administrator changes the rules, a newcomer lives by them, and the rules become again what they were. */
final class RulesJourney {

    /**
     * What was done to the rules.
     *
     * @param found as they were
     * @param version which version they are now
     */
    private record Changed(Policy found, long version) {}

    private static final Duration LOOK_AGAIN = Duration.ofMillis(100);
    private static final int SKIPS = 3;

    private final FrontEnd portal;
    private final FrontEnd directory;
    private final Administration administration;
    private final PolicyLog rules;
    private final SamplePerson newcomer;
    private final Steps steps;
    private final Duration patience;
    private final String name;

    RulesJourney(
            FrontEnd portal,
            FrontEnd directory,
            Administration administration,
            PolicyLog rules,
            SamplePerson newcomer,
            Steps steps,
            Duration patience) {
        this.portal = portal;
        this.directory = directory;
        this.administration = administration;
        this.rules = rules;
        this.newcomer = newcomer;
        this.steps = steps;
        this.patience = patience;
        this.name = newcomer.login();
    }

    /** With that word, of 8 letters and digits or more, as the name of the organisation for a while. */
    void run(String organisation) {
        groups(organisation);
        String typed = "We at " + organisation + " sing 7";
        steps.check("nothing is wrong with a password that nobody has heard of", () -> {
            Steps.require(checked(typed).isEmpty(), "these rules are broken: " + checked(typed));
        });
        Changed changed = steps.check(
                "an administrator changes the rules: people are asked to register, and names are kept out of passwords",
                () -> change(organisation));
        try {
            live(typed);
        } finally {
            putBack(changed);
        }
        steps.check("nothing is wrong with the password any more", () -> {
            await(typed, List.of());
            atSignIn().report().reply(NothingToDo.class);
        });
    }

    private void groups(String organisation) {
        steps.check("the directory tells of a group that is in another, and again: nothing new", () -> {
            GroupEntry group = new GroupEntry("sales-" + organisation, List.of("staff-" + organisation));
            Steps.require(
                    directory.provision(group).reply(GroupProvisioned.class).created(), "the group was known before");
            Steps.require(
                    !directory.provision(group).reply(GroupProvisioned.class).created(), "a second one was made");
        });
    }

    private void live(String typed) {
        steps.check(
                "as it is typed: the password holds a name now", () -> await(typed, List.of(PasswordRule.HOLDS_NAME)));
        PersonJourney journey = new PersonJourney(portal, newcomer, steps);
        journey.begin();
        steps.check(name + " is asked to register after signing in, and puts it off", () -> {
            RegistrationRequired required = atSignIn().report().reply(RegistrationRequired.class);
            Steps.require(!required.suggested().isEmpty(), "no kind is suggested");
            Integer left = atSignIn().skip().reply(RegistrationSkipped.class).skipsLeft();
            Steps.require(left != null && left == SKIPS - 1, "it can be put off " + left + " times more");
        });
        Person session = journey.register();
        steps.check(name + " has nothing to register now, and says that all is right", () -> {
            atSignIn().report().reply(NothingToDo.class);
            MethodsConfirmed confirmed =
                    new OwnMethods(portal, session).confirm().reply(MethodsConfirmed.class);
            Steps.require(confirmed.nextAt() != null, "nobody asks again");
        });
    }

    /** The log is read from its beginning, so what was read may not be in force any more. */
    private Changed change(String organisation) {
        Policy found = rules.newerThan(-1, patience);
        while (true) {
            Reply reply =
                    administration.changePolicy(other(found, organisation)).reply();
            if (reply instanceof PolicyChanged changed) return new Changed(found, changed.version());
            boolean late = reply instanceof RequestRefused refused && refused.reason() == Refusal.VERSION_CONFLICT;
            Steps.require(late, "the answer is " + reply);
            found = rules.newerThan(found.version(), patience);
        }
    }

    private static Policy other(Policy found, String organisation) {
        PasswordChecks checks = found.passwordChecks();
        List<String> names = new ArrayList<>(checks.words().organisationNames());
        names.add(organisation);
        BannedWords words =
                new BannedWords(true, checks.words().strict(), checks.words().terms(), names);
        PasswordChecks wanted = new PasswordChecks(
                checks.minimumLengthBesideFactor(),
                checks.classes(),
                checks.characters(),
                checks.refusesCurrent(),
                checks.historyOnChange(),
                checks.historyOnReset(),
                words,
                checks.breaches());
        return new Policy(
                found.version(),
                found.gates(),
                found.kinds(),
                found.disclosure(),
                found.passwordRules(),
                found.methodRules(),
                found.scope(),
                found.administrators(),
                found.signIn(),
                new RegistrationRules(true, SKIPS, null, 365),
                found.stopped(),
                wanted,
                found.limits(),
                found.afterReset(),
                found.notices(),
                found.help());
    }

    /** Also after a step that did not hold; not over what somebody else has changed since. */
    private void putBack(Changed changed) {
        steps.check("an administrator puts the rules back as they were", () -> {
            RequestRefused refused =
                    administration.changePolicy(changed.found()).reply(RequestRefused.class);
            Steps.require(refused.reason() == Refusal.VERSION_CONFLICT, "the reason is " + refused.reason());
            administration
                    .changePolicy(changed.found().inVersion(changed.version()))
                    .reply(PolicyChanged.class);
        });
    }

    private List<PasswordRule> checked(String typed) {
        return portal.checkPassword(typed).reply(PasswordChecked.class).rules();
    }

    /** Each service hears of new rules by itself. */
    private void await(String typed, List<PasswordRule> expected) {
        long deadline = System.nanoTime() + patience.toNanos();
        List<PasswordRule> told = checked(typed);
        while (!told.equals(expected)) {
            Steps.require(System.nanoTime() < deadline, "the broken rules are " + told + " and not " + expected);
            Waiting.of(LOOK_AGAIN);
            told = checked(typed);
        }
    }

    private AtSignIn atSignIn() {
        return new AtSignIn(portal, name);
    }
}
