package io.sspr.torture.people;

import io.sspr.client.Asked;
import io.sspr.client.Flow;
import io.sspr.client.FrontEnd;
import io.sspr.client.Person;
import io.sspr.client.ReplyKey;
import io.sspr.client.UnexpectedReply;
import io.sspr.contract.MethodKind;
import io.sspr.contract.Refusal;
import io.sspr.contract.reply.AccountProvisioned;
import io.sspr.contract.reply.AccountUnlocked;
import io.sspr.contract.reply.ChallengeReady;
import io.sspr.contract.reply.CredentialImported;
import io.sspr.contract.reply.GatePassed;
import io.sspr.contract.reply.MethodRegistered;
import io.sspr.contract.reply.MethodsOffered;
import io.sspr.contract.reply.PasswordSet;
import io.sspr.contract.reply.ProofRejected;
import io.sspr.contract.reply.RecoveryCodesReady;
import io.sspr.contract.reply.Reply;
import io.sspr.contract.reply.RequestExpired;
import io.sspr.contract.reply.RequestRefused;
import io.sspr.contract.reply.ResetAuthorized;
import io.sspr.contract.reply.ResetDisputed;
import io.sspr.contract.reply.SignInFailed;
import io.sspr.contract.reply.SignedIn;
import io.sspr.contract.reply.Unblocked;
import io.sspr.contract.secret.AccountEntry;
import io.sspr.contract.secret.Enrolment;
import io.sspr.contract.secret.InitialCredential;
import io.sspr.demo.AuthenticatorApp;
import io.sspr.demo.Help;
import io.sspr.demo.Mailbox;
import io.sspr.demo.OwnMethods;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/** One person from the first day to a reset password, and then one of the rarer things; whoever is told to ask again does. */
final class PersonsLife {

    /** Longer than an outage of the run; a message that comes later is for a flow that is over. */
    private static final Duration MESSAGE = Duration.ofSeconds(100);

    private static final int WRONG_PASSWORDS = 11;
    private static final int MOST_CODES = 4;
    private static final int MOST_TRIES = 30;
    private static final long TRY_AGAIN_MILLIS = 500;

    /** What all people live with. */
    record World(
            FrontEnd directory, FrontEnd portal, Administrator administrator, Mailbox mailbox, KnownSecrets secrets) {}

    private final World world;
    private final FrontEnd portal;
    private final int turn;
    private final String login;
    private final String address;
    private final Clock clock = Clock.systemUTC();
    private final Deque<String> recoveryCodes = new ArrayDeque<>();
    private String password;

    PersonsLife(World world, String login, int turn) {
        this.world = world;
        this.portal = world.portal();
        this.login = login;
        this.turn = turn;
        this.address = login + "@example.org";
        this.password = world.secrets().password();
    }

    /** Throws UnexpectedReply, NotAnswered or NoMessage if a step does not come to what it should. */
    void live() {
        begin();
        AuthenticatorApp app = register(signIn());
        String old = password;
        reset(List.of(MethodKind.EMAIL, turn % 3 == 0 ? MethodKind.AUTHENTICATOR_APP : MethodKind.RECOVERY_CODE), app);
        signIn();
        ask(() -> portal.signIn(login, old), SignInFailed.class);
        switch (turn % 4) {
            case 0 -> dispute();
            case 1 -> unlock(app);
            case 2 -> change();
            default -> reset(List.of(MethodKind.RECOVERY_CODE, MethodKind.AUTHENTICATOR_APP), app);
        }
    }

    private void begin() {
        AccountEntry entry = new AccountEntry(login, login, turn % 2 == 0 ? "en" : "sl", false);
        UUID account = ask(() -> world.directory().provision(entry), AccountProvisioned.class)
                .accountId();
        InitialCredential first = new InitialCredential(null, password, true);
        // The account's state may still be on its way: then this is refused, and asked again.
        ask(() -> world.directory().importCredential(account, first), CredentialImported.class);
        change();
    }

    private void change() {
        Person person = signIn();
        String wanted = world.secrets().password();
        ask(() -> portal.changePassword(person, password, wanted), PasswordSet.class);
        password = wanted;
    }

    private AuthenticatorApp register(Person person) {
        Flow mail = Flow.begin();
        ask(() -> portal.registerEmail(person, mail, address), ChallengeReady.class);
        String code = code(0);
        ask(() -> portal.submitProof(mail, code), MethodRegistered.class);
        Flow flow = Flow.begin();
        ReplyKey key = ReplyKey.generate();
        Asked asked = answered(() -> portal.registerAuthenticator(person, flow, key));
        Enrolment enrolment = key.open(asked.reply(ChallengeReady.class), portal.client(), asked.id());
        world.secrets().remember("seed", enrolment.secret());
        AuthenticatorApp app = new AuthenticatorApp(enrolment.otpauth(), clock);
        proof(flow, MethodKind.AUTHENTICATOR_APP, 0, app, MethodRegistered.class);
        ReplyKey codes = ReplyKey.generate();
        Asked printed = answered(() -> new OwnMethods(portal, person).registerRecoveryCodes(Flow.begin(), codes));
        codes.open(printed.reply(RecoveryCodesReady.class), portal.client(), printed.id())
                .codes()
                .forEach(each -> recoveryCodes.add(world.secrets().remember("recovery code", each)));
        return app;
    }

    private void reset(List<MethodKind> kinds, AuthenticatorApp app) {
        Flow flow = Flow.begin();
        ask(() -> portal.requestReset(flow, login), MethodsOffered.class);
        Deque<MethodKind> left = new ArrayDeque<>(kinds);
        prove(flow, left, app, ResetAuthorized.class);
        String wanted = world.secrets().password();
        Reply reply = answered(() -> portal.submitNewPassword(flow, wanted)).reply();
        // The rules have become stricter since: one more method, and again.
        if (reply instanceof RequestRefused refused && refused.reason() == Refusal.OUT_OF_ORDER && !left.isEmpty()) {
            prove(flow, left, app, ResetAuthorized.class);
            ask(() -> portal.submitNewPassword(flow, wanted), PasswordSet.class);
        } else if (!(reply instanceof PasswordSet)) {
            throw new UnexpectedReply("the new password of " + login, PasswordSet.class, reply);
        }
        password = wanted;
    }

    private void unlock(AuthenticatorApp app) {
        for (int i = 0; i < WRONG_PASSWORDS; i++) {
            String wrong = world.secrets().password();
            ask(() -> portal.signIn(login, wrong), SignInFailed.class);
        }
        Flow flow = Flow.begin();
        ask(() -> portal.requestUnlock(flow, login), MethodsOffered.class);
        Deque<MethodKind> kinds = new ArrayDeque<>(List.of(MethodKind.RECOVERY_CODE, MethodKind.AUTHENTICATOR_APP));
        prove(flow, kinds, app, AccountUnlocked.class);
        signIn();
    }

    private void dispute() {
        long seen = world.mailbox().newest(address);
        change();
        String token = disputeToken(seen);
        ask(() -> new Help(portal).dispute(token), ResetDisputed.class);
        ask(() -> portal.signIn(login, password), SignInFailed.class);
        ask(() -> world.administrator().acting().unblock(login), Unblocked.class);
        signIn();
    }

    private void prove(Flow flow, Deque<MethodKind> kinds, AuthenticatorApp app, Class<? extends Reply> last) {
        while (true) {
            MethodKind kind = kinds.remove();
            long seen = world.mailbox().newest(address);
            ask(() -> portal.chooseMethod(flow, kind), ChallengeReady.class);
            Reply reply = proof(flow, kind, seen, app, kinds.isEmpty() ? last : Reply.class);
            if (last.isInstance(reply)) return;
            if (!(reply instanceof GatePassed)) throw new UnexpectedReply("a proof of " + login, last, reply);
        }
    }

    private Reply proof(Flow flow, MethodKind kind, long seen, AuthenticatorApp app, Class<? extends Reply> expected) {
        if (kind == MethodKind.AUTHENTICATOR_APP) return appProof(flow, app, expected);
        String code = kind == MethodKind.EMAIL ? code(seen) : recoveryCodes.remove();
        return ask(() -> portal.submitProof(flow, code), expected);
    }

    /** A code of an app is good for a minute; when everything stood still for longer, the next one is typed. */
    private Reply appProof(Flow flow, AuthenticatorApp app, Class<? extends Reply> expected) {
        for (int attempt = 1; ; attempt++) {
            Reply reply = answered(() -> portal.submitProof(flow, app.code())).reply();
            if (reply instanceof ProofRejected rejected) {
                if (attempt == MOST_CODES) throw new AppRefused(login, rejected);
            } else if (expected.isInstance(reply)) {
                return reply;
            } else {
                throw new UnexpectedReply("a proof of " + login, expected, reply);
            }
        }
    }

    /** Of the newest notice that has one; others may be under way. */
    private String disputeToken(long after) {
        long deadline = System.nanoTime() + MESSAGE.toNanos();
        while (System.nanoTime() < deadline) {
            Optional<String> token = world.mailbox().mails(address).stream()
                    .filter(mail -> mail.uid() > after)
                    .flatMap(mail -> mail.disputeToken().stream())
                    .reduce((earlier, later) -> later);
            if (token.isPresent()) return world.secrets().remember("dispute token", token.get());
            pause();
        }
        throw new NoMessage(new IllegalStateException("no notice to dispute came to " + address));
    }

    private String code(long after) {
        return world.secrets().remember("code", message(() -> world.mailbox().code(address, after, MESSAGE)));
    }

    private Person signIn() {
        return Person.of(ask(() -> portal.signIn(login, password), SignedIn.class), clock.instant());
    }

    private static <T> T message(Supplier<T> wait) {
        try {
            return wait.get();
        } catch (IllegalStateException none) {
            throw new NoMessage(none);
        }
    }

    private static <R extends Reply> R ask(Supplier<Asked> request, Class<R> expected) {
        return answered(request).reply(expected);
    }

    /** Whatever is still on its way on another topic, or came too late, is asked for again, as the contract says. */
    private static Asked answered(Supplier<Asked> request) {
        for (int tries = 1; ; tries++) {
            Asked asked = request.get();
            if (tries == MOST_TRIES || !isForAnother(asked.reply())) return asked;
            pause();
        }
    }

    private static void pause() {
        try {
            TimeUnit.MILLISECONDS.sleep(TRY_AGAIN_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static boolean isForAnother(Reply reply) {
        return reply instanceof RequestExpired
                || (reply instanceof RequestRefused refused
                        && (refused.reason() == Refusal.UNKNOWN_FLOW || refused.reason() == Refusal.UNKNOWN_ACCOUNT));
    }
}
