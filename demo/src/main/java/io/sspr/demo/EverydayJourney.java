package io.sspr.demo;

import io.sspr.client.Asked;
import io.sspr.client.Flow;
import io.sspr.client.FrontEnd;
import io.sspr.client.Person;
import io.sspr.client.ReplyKey;
import io.sspr.contract.MethodKind;
import io.sspr.contract.Refusal;
import io.sspr.contract.reply.AccountUnlocked;
import io.sspr.contract.reply.AdministratorContacted;
import io.sspr.contract.reply.ChallengeReady;
import io.sspr.contract.reply.DefaultMethodChosen;
import io.sspr.contract.reply.GatePassed;
import io.sspr.contract.reply.MethodRegistered;
import io.sspr.contract.reply.MethodRemoved;
import io.sspr.contract.reply.MethodsOffered;
import io.sspr.contract.reply.PasswordSet;
import io.sspr.contract.reply.RecoveryCodesReady;
import io.sspr.contract.reply.Reply;
import io.sspr.contract.reply.RequestRefused;
import io.sspr.contract.reply.ReregistrationRequired;
import io.sspr.contract.reply.ResetAuthorized;
import io.sspr.contract.reply.ResetDisputed;
import io.sspr.contract.reply.ResetStarted;
import io.sspr.contract.reply.SignInFailed;
import io.sspr.contract.reply.SignedIn;
import io.sspr.contract.reply.StepUpPassed;
import io.sspr.contract.reply.Unblocked;
import io.sspr.contract.secret.MethodView;
import io.sspr.contract.state.MethodStatus;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.UUID;

/** Everything else that one person does in a working life, and what an administrator does for them; each step is checked. */
final class EverydayJourney {

    private static final int WRONG_PASSWORDS = 10;
    private static final Duration HEARD_WITHIN = Duration.ofSeconds(30);

    private final FrontEnd portal;
    private final Administration administration;
    private final SamplePerson person;
    private final Steps steps;
    private final String name;

    EverydayJourney(FrontEnd portal, Administration administration, SamplePerson person, Steps steps) {
        this.portal = portal;
        this.administration = administration;
        this.person = person;
        this.steps = steps;
        this.name = person.login();
    }

    void run() {
        OwnMethods methods = new OwnMethods(portal, signIn());
        stepUp(methods);
        registerPhone(methods);
        registerRecoveryCodes(methods);
        UUID phone = show(methods);
        resetWithPhoneAndRecoveryCode();
        unlock();
        letTheAdministratorHelp();
        dispute();
        remove(phone);
        registerAnew();
    }

    private void stepUp(OwnMethods methods) {
        steps.check(name + " is asked for more than a password before a method is added", () -> {
            RequestRefused refused = methods.registerPhone(
                            Flow.begin(), person.account().mobile())
                    .reply(RequestRefused.class);
            Steps.require(refused.reason() == Refusal.STEP_UP_NEEDED, "the reason is " + refused.reason());
        });
        waitForTheNextCode();
        steps.check(name + " proves the authenticator app within this sign-in", () -> {
            Flow flow = Flow.begin();
            methods.stepUp(flow, MethodKind.AUTHENTICATOR_APP).reply(ChallengeReady.class);
            portal.submitProof(flow, person.code(MethodKind.AUTHENTICATOR_APP)).reply(StepUpPassed.class);
        });
    }

    private void registerPhone(OwnMethods methods) {
        steps.check(name + " registers a mobile phone by text message", () -> {
            Flow flow = Flow.begin();
            person.lookAtMails();
            methods.registerPhone(flow, person.account().mobile()).reply(ChallengeReady.class);
            portal.submitProof(flow, person.code(MethodKind.SMS)).reply(MethodRegistered.class);
        });
    }

    private void registerRecoveryCodes(OwnMethods methods) {
        steps.check(name + " gets recovery codes to print", () -> {
            ReplyKey key = ReplyKey.generate();
            Asked asked = methods.registerRecoveryCodes(Flow.begin(), key);
            person.keep(key.open(asked.reply(RecoveryCodesReady.class), portal.client(), asked.id()));
        });
    }

    private UUID show(OwnMethods methods) {
        return steps.check(name + " sees four ways to prove who they are, and prefers one", () -> {
            List<MethodView> all = methods.all();
            Steps.require(all.size() == 4, "there are " + all.size());
            Steps.require(
                    all.stream().allMatch(method -> method.status() == MethodStatus.VERIFIED),
                    "not all of them count: "
                            + all.stream().map(MethodView::status).toList());
            UUID phone = all.stream()
                    .filter(method -> method.kind() == MethodKind.SMS)
                    .findFirst()
                    .orElseThrow()
                    .methodId();
            methods.prefer(phone).reply(DefaultMethodChosen.class);
            return phone;
        });
    }

    private void resetWithPhoneAndRecoveryCode() {
        Flow flow = Flow.begin();
        steps.check(name + " has forgotten the password and lost the app's phone", () -> {
            portal.requestReset(flow, person.login()).reply(MethodsOffered.class);
        });
        prove(flow, MethodKind.SMS, GatePassed.class);
        prove(flow, MethodKind.RECOVERY_CODE, ResetAuthorized.class);
        setPassword(flow);
        steps.check(name + " collects the successor of the used recovery code, once", () -> {
            ReplyKey key = ReplyKey.generate();
            Asked asked = portal.collectRecoveryCode(flow, key);
            person.keep(key.open(asked.reply(RecoveryCodesReady.class), portal.client(), asked.id()));
            RequestRefused again =
                    portal.collectRecoveryCode(flow, ReplyKey.generate()).reply(RequestRefused.class);
            Steps.require(again.reason() == Refusal.NOTHING_TO_COLLECT, "the reason is " + again.reason());
        });
    }

    private void unlock() {
        steps.check("somebody locks " + name + " out with " + WRONG_PASSWORDS + " wrong passwords", () -> {
            SignInFailed last = null;
            for (int i = 0; i <= WRONG_PASSWORDS; i++)
                last = portal.signIn(person.login(), "wrong password " + i).reply(SignInFailed.class);
            Steps.require(last != null && last.reason() == Refusal.LOCKED, "it is not locked");
        });
        Flow flow = Flow.begin();
        steps.check(name + " asks to unlock the account", () -> {
            portal.requestUnlock(flow, person.login()).reply(MethodsOffered.class);
        });
        prove(flow, MethodKind.SMS, GatePassed.class);
        prove(flow, MethodKind.RECOVERY_CODE, AccountUnlocked.class);
        steps.check(name + " signs in with the password as it was", this::signIn);
    }

    private void letTheAdministratorHelp() {
        Flow lost = Flow.begin();
        steps.check(name + " asks an administrator for help", () -> {
            portal.requestReset(lost, person.login()).reply(MethodsOffered.class);
            new Help(portal).contactAdministrator(lost).reply(AdministratorContacted.class);
        });
        Flow flow = Flow.begin();
        steps.check("an administrator has a one-time code sent to " + name, () -> {
            person.lookAtMails();
            administration.startResetFor(person.login()).reply(ResetStarted.class);
        });
        steps.check(name + " proves the administrator's code, and nothing else", () -> {
            portal.requestReset(flow, person.login()).reply(MethodsOffered.class);
            portal.chooseMethod(flow, MethodKind.ADMINISTRATOR_CODE).reply(ChallengeReady.class);
            portal.submitProof(flow, person.code(MethodKind.ADMINISTRATOR_CODE)).reply(ResetAuthorized.class);
        });
        person.lookAtMails();
        setPassword(flow);
    }

    private void dispute() {
        Help help = new Help(portal);
        Mail notice = steps.check(name + " is told by mail, with a way to say \"this was not me\"", person::notice);
        steps.check(name + " says \"this was not me\"", () -> {
            help.dispute(notice.disputeToken().orElseThrow()).reply(ResetDisputed.class);
        });
        steps.check("until an administrator has looked nobody signs in as " + name, () -> {
            SignInFailed failed =
                    portal.signIn(person.login(), person.password()).reply(SignInFailed.class);
            Steps.require(failed.reason() == Refusal.FROZEN, "the reason is " + failed.reason());
        });
        steps.check("an administrator looks, and unblocks " + name, () -> {
            administration.unblock(person.login()).reply(Unblocked.class);
            signIn();
        });
        steps.check("the code to read out does the same as the link", () -> {
            help.dispute(person.login(), notice.disputeCode().orElseThrow()).reply(ResetDisputed.class);
            administration.unblock(person.login()).reply(Unblocked.class);
        });
    }

    private void remove(UUID phone) {
        OwnMethods methods = new OwnMethods(portal, signIn());
        waitForTheNextCode();
        steps.check(name + " removes the phone, with the app at hand", () -> {
            Flow flow = unfrozen(methods);
            portal.submitProof(flow, person.code(MethodKind.AUTHENTICATOR_APP)).reply(StepUpPassed.class);
            methods.remove(phone).reply(MethodRemoved.class);
        });
    }

    /** A step-up that has begun; each service hears of the end of a freeze by itself. */
    private static Flow unfrozen(OwnMethods methods) {
        long deadline = System.nanoTime() + HEARD_WITHIN.toNanos();
        while (true) {
            Flow flow = Flow.begin();
            Reply reply = methods.stepUp(flow, MethodKind.AUTHENTICATOR_APP).reply();
            if (reply instanceof ChallengeReady) return flow;
            boolean early = reply instanceof RequestRefused refused && refused.reason() == Refusal.FROZEN;
            Steps.require(early && System.nanoTime() < deadline, "the answer is " + reply);
            Waiting.of(Duration.ofMillis(100));
        }
    }

    private void registerAnew() {
        steps.check("an administrator requires " + name + " to register anew", () -> {
            administration.requireReregistration(person.login()).reply(ReregistrationRequired.class);
            List<MethodView> left = new OwnMethods(portal, signIn()).all();
            Steps.require(left.isEmpty(), left.size() + " methods are left");
        });
    }

    private <R extends Reply> void prove(Flow flow, MethodKind kind, Class<R> expected) {
        steps.check(name + " proves " + kind, () -> {
            person.lookAtMails();
            portal.chooseMethod(flow, kind).reply(ChallengeReady.class);
            portal.submitProof(flow, person.code(kind)).reply(expected);
        });
    }

    private void setPassword(Flow flow) {
        steps.check(name + " sets a new password", () -> {
            String wanted = RandomPassword.make();
            portal.submitNewPassword(flow, wanted).reply(PasswordSet.class);
            person.remember(wanted);
        });
    }

    private Person signIn() {
        SignedIn reply = portal.signIn(person.login(), person.password()).reply(SignedIn.class);
        return Person.of(reply, Clock.systemUTC().instant());
    }

    private void waitForTheNextCode() {
        Waiting.of(person.untilNextCode());
    }
}
