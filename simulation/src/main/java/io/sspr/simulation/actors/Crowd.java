package io.sspr.simulation.actors;

import io.sspr.contract.MessageType;
import io.sspr.contract.MethodKind;
import io.sspr.contract.Refusal;
import io.sspr.contract.reply.AccountUnlocked;
import io.sspr.contract.reply.ChallengeReady;
import io.sspr.contract.reply.GatePassed;
import io.sspr.contract.reply.MethodsOffered;
import io.sspr.contract.reply.PasswordRefused;
import io.sspr.contract.reply.PasswordSet;
import io.sspr.contract.reply.ProofRejected;
import io.sspr.contract.reply.Reply;
import io.sspr.contract.reply.RequestRefused;
import io.sspr.contract.reply.ResetAuthorized;
import io.sspr.contract.reply.StepUpPassed;
import io.sspr.contract.request.ChangePassword;
import io.sspr.contract.request.DisputeReset;
import io.sspr.contract.request.SignIn;
import io.sspr.contract.seal.Disputes;
import io.sspr.contract.secret.DisputeEntry;
import io.sspr.contract.secret.PasswordPair;
import io.sspr.contract.secret.SignInEntry;
import io.sspr.demo.Totp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Everybody at once: honest people who mistype, click twice, forget what they began; people who guess, replay and skip
 * steps; and an administrator. Nobody knows more than what front ends and letters told them.
 */
public final class Crowd {

    private static final int MOST_OPEN = 14;
    private static final int MOST_STEPS = 30;
    private static final List<String> CLIENTS = List.of("portal", "kiosk");
    private static final List<MethodKind> KINDS = List.of(MethodKind.values());

    private final List<Person> people;
    private final FrontEnds frontEnds;
    private final Letters letters;
    private final Administration administration;
    private final Disputes disputes;
    private final Random random;
    private final Supplier<Instant> now;
    private final Asking asking;
    private final List<Trying> open = new ArrayList<>();
    private final List<FrontEnds.Asked> past = new ArrayList<>();
    private int strangers;
    private int passwords;

    /** A flow and what whoever has it is up to. */
    private static final class Trying {
        final Flow flow;
        final boolean thief;
        final int wrongFirst;
        FrontEnds.@Nullable SignedInAs signedIn;
        boolean stepsUp;
        String lastRight = "";

        Trying(Flow flow, boolean thief, int wrongFirst) {
            this.flow = flow;
            this.thief = thief;
            this.wrongFirst = wrongFirst;
        }
    }

    /** These people, and whoever attacks them. */
    public Crowd(
            List<Person> people,
            FrontEnds frontEnds,
            Letters letters,
            Administration administration,
            Disputes disputes,
            Random random,
            Supplier<Instant> now) {
        this.people = people;
        this.frontEnds = frontEnds;
        this.letters = letters;
        this.administration = administration;
        this.disputes = disputes;
        this.random = random;
        this.now = now;
        this.asking = new Asking(frontEnds);
    }

    /** Somebody does something. */
    public void act() {
        int what = random.nextInt(100);
        if (open.size() < MOST_OPEN && what < 30) begin();
        else if (what < 88 && !open.isEmpty()) goOn(open.get(random.nextInt(open.size())));
        else aside(random.nextInt(100));
        for (Trying one : List.copyOf(open)) if (one.flow.over || one.flow.steps > MOST_STEPS) forget(one);
    }

    private void forget(Trying one) {
        open.remove(one);
        past.addAll(one.flow.asked);
        while (past.size() > 200) past.remove(0);
    }

    private Person anybody() {
        return people.get(random.nextInt(people.size()));
    }

    private void begin() {
        Person person = random.nextInt(12) == 0 ? new Person(1000 + strangers++ % 5, false) : anybody();
        // Several at once for one account is what a race needs.
        Flow flow = new Flow(CLIENTS.get(random.nextInt(2)), person);
        Trying trying = new Trying(flow, random.nextInt(4) == 0, random.nextInt(3) == 0 ? random.nextInt(7) : 0);
        int what = random.nextInt(100);
        if (what < 12 && person.accountId != null) {
            trying.signedIn = new FrontEnds.SignedInAs(person.account(), now.get(), List.of("pwd"));
            trying.stepsUp = random.nextInt(3) > 0;
            signedInStep(trying);
        } else if (what < 22) asking.unlock(flow);
        else asking.reset(flow);
        open.add(trying);
    }

    private void signedInStep(Trying trying) {
        FrontEnds.SignedInAs signedIn = trying.signedIn;
        if (signedIn == null) return;
        List<MethodKind> own = List.of(MethodKind.EMAIL, MethodKind.SMS, MethodKind.AUTHENTICATOR_APP);
        MethodKind kind = trying.stepsUp ? own.get(random.nextInt(own.size())) : own.get(random.nextInt(2));
        if (trying.stepsUp) asking.stepUp(trying.flow, signedIn, kind);
        else asking.register(trying.flow, signedIn, kind);
    }

    private void goOn(Trying trying) {
        Flow flow = trying.flow;
        FrontEnds.Asked latest = flow.latest();
        if (latest == null) return;
        Reply reply = frontEnds.reply(latest.id());
        if (random.nextInt(20) == 0) {
            mischief(trying, latest);
            return;
        }
        // Most wait for the answer; the impatient do not.
        if (reply == null && random.nextInt(40) > 0) return;
        flow.steps++;
        if (reply != null) answered(trying, reply);
        else prove(trying);
    }

    private void answered(Trying trying, Reply reply) {
        Flow flow = trying.flow;
        if (reply instanceof MethodsOffered offered) {
            flow.offered = offered.kinds();
            choose(trying);
        } else if (reply instanceof GatePassed passed) {
            flow.offered = passed.kinds();
            choose(trying);
        } else if (reply instanceof ChallengeReady challenge) {
            if (challenge.enrolment() != null && trying.signedIn != null && flow.latest() != null)
                flow.person.app = Totp.scan(asking.replyKey
                        .open(challenge, flow.client, flow.latest().id())
                        .otpauth());
            prove(trying);
        } else if (reply instanceof ProofRejected rejected) {
            flow.wrong++;
            if (rejected.attemptsLeft() > 0 || flow.wrong <= trying.wrongFirst || random.nextInt(3) == 0) prove(trying);
            else choose(trying);
        } else if (reply instanceof ResetAuthorized || reply instanceof PasswordRefused) {
            asking.set(flow, password());
        } else if (reply instanceof PasswordSet || reply instanceof AccountUnlocked) {
            // Some go on, to see whether it works twice.
            flow.over = random.nextInt(4) > 0;
            if (!flow.over) asking.set(flow, password());
        } else if (reply instanceof StepUpPassed) {
            trying.stepsUp = false;
            signedInStep(trying);
        } else if (reply instanceof RequestRefused refused) {
            refused(trying, refused.reason());
        } else {
            flow.over = true;
        }
    }

    private void refused(Trying trying, Refusal reason) {
        Flow flow = trying.flow;
        switch (reason) {
            case TOO_SOON, BLOCKED_FOR_NOW, OUT_OF_ORDER -> {
                if (random.nextBoolean()) prove(trying);
                else if (flow.offered.isEmpty()) flow.over = true;
                else choose(trying);
            }
            case KIND_NOT_OFFERED, METHODS_NOT_DIFFERENT, TOO_MANY_ATTEMPTS, EXPIRED, PROOF_ALREADY_USED ->
                choose(trying);
            default -> flow.over = random.nextInt(3) > 0;
        }
    }

    private void choose(Trying trying) {
        Flow flow = trying.flow;
        if (trying.signedIn != null) {
            flow.over = true;
            return;
        }
        List<MethodKind> kinds = flow.offered.isEmpty() || random.nextInt(15) == 0 ? KINDS : flow.offered;
        asking.choose(flow, kinds.get(random.nextInt(kinds.size())));
    }

    private void prove(Trying trying) {
        Flow flow = trying.flow;
        MethodKind kind = flow.chosen == null ? MethodKind.EMAIL : flow.chosen;
        boolean wrong = trying.thief || flow.wrong < trying.wrongFirst || random.nextInt(12) == 0;
        String code = wrong ? null : Pockets.code(flow.person, kind, letters, now.get());
        if (code == null && trying.thief && random.nextInt(3) == 0)
            code = Pockets.stale(flow.person, kind, letters, random);
        if (code != null) trying.lastRight = code;
        asking.prove(flow, code == null ? Pockets.guess(kind, random) : code);
    }

    /** What front ends never do by themselves. */
    private void mischief(Trying trying, FrontEnds.Asked latest) {
        Flow flow = trying.flow;
        MethodKind kind = flow.chosen == null ? MethodKind.SMS : flow.chosen;
        switch (random.nextInt(12)) {
            case 0, 1 -> frontEnds.again(latest);
            case 2 -> reuse(latest, flow, kind);
            case 3 -> asking.prove(flow, trying.lastRight.isEmpty() ? Pockets.guess(kind, random) : trying.lastRight);
            case 4 -> asking.set(flow, password());
            case 5 -> asking.prove(flow, Pockets.stale(flow.person, kind, letters, random));
            case 6 -> asking.proveUnknowing(flow, Pockets.stale(flow.person, kind, letters, random));
            case 7 -> asking.choose(flow, kind);
            case 8 -> asking.resend(flow);
            case 9 -> asking.cancel(flow);
            case 10 -> asking.contact(flow);
            default -> flow.over = true;
        }
    }

    /** Ids are each service's own. */
    private void reuse(FrontEnds.Asked latest, Flow flow, MethodKind kind) {
        if (latest.topic().startsWith("sspr.registration."))
            asking.proveAs(latest.id(), flow, Pockets.guess(kind, random));
    }

    private String password() {
        // Without the login, which no password may hold.
        return random.nextInt(10) == 0 ? "short" : "violet umbrella " + ++passwords + " " + random.nextInt(1_000_000);
    }

    /** What is no part of a flow. */
    private void aside(int what) {
        Person person = anybody();
        Person administrator = people.get(0);
        FrontEnds.Asked asked = null;
        if (what < 30) asked = signIn(person);
        else if (what < 45) asked = change(person);
        else if (what < 50) asked = dispute(person);
        else if (what < 65) asked = administration.unblock(administrator, person, now.get());
        else if (what < 72) asked = administration.startResetFor(administrator, person, now.get());
        else if (what < 80) asked = administration.changePolicy(administrator, now.get());
        else if (!past.isEmpty()) frontEnds.again(past.get(random.nextInt(past.size())));
        if (asked != null) past.add(asked);
    }

    private FrontEnds.Asked signIn(Person person) {
        String password = random.nextInt(3) == 0 ? "not the password" : person.password;
        return frontEnds.ask(
                CLIENTS.get(random.nextInt(2)),
                MessageType.SIGN_IN,
                null,
                null,
                new SignInEntry(person.login, password, null),
                SignIn::new);
    }

    private FrontEnds.Asked change(Person person) {
        FrontEnds.SignedInAs signedIn = new FrontEnds.SignedInAs(person.account(), now.get(), List.of("pwd"));
        String next = password();
        PasswordPair pair = new PasswordPair(person.password, next, null);
        person.password = next;
        return frontEnds.ask("portal", MessageType.CHANGE_PASSWORD, null, signedIn, pair, ChangePassword::new);
    }

    private FrontEnds.Asked dispute(Person person) {
        DisputeEntry entry = new DisputeEntry(disputes.token(person.account(), now.get()), null, null, null);
        return frontEnds.ask("portal", MessageType.DISPUTE_RESET, null, null, entry, DisputeReset::new);
    }
}
