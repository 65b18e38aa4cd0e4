package io.sspr.reset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sspr.contract.Refusal;
import io.sspr.contract.event.PasswordChanged;
import io.sspr.contract.event.ResetDisputed;
import io.sspr.contract.request.DisputeReset;
import io.sspr.contract.request.Request;
import io.sspr.contract.request.SignIn;
import io.sspr.contract.request.SubmitNewPassword;
import io.sspr.contract.seal.Sealed;
import io.sspr.contract.secret.DisputeEntry;
import io.sspr.contract.secret.InitialCredential;
import io.sspr.contract.secret.NewPasswordEntry;
import io.sspr.contract.secret.SignInEntry;
import io.sspr.messaging.Received;
import io.sspr.messaging.StaleFacts;
import io.sspr.reset.Portal.Flow;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What instances do at the same moment, as threads with transactions of their own (ATK-05, ATK-06). */
class SimultaneousTests {

    private static final Sealed SEALED = new Sealed("e30.AAAA.AAAA.AAAA.AAAA");
    private static final String PASSWORD = "correct horse battery";

    private static Portal portal;
    private static Portal feed;

    private final String login = "racer-" + UUID.randomUUID() + "@example.org";

    @BeforeAll
    static void start() {
        RunningReset.tellPolicy(RunningReset.ONE_METHOD);
        portal = new Portal("portal");
        feed = new Portal("feed");
    }

    @AfterAll
    static void stop() {
        List.of(portal, feed).forEach(Portal::close);
    }

    @Test
    void ofTwentyNewPasswordsForOneResetOneIsSet() throws Exception {
        UUID account = withPassword();
        Flow flow = portal.authorised(login);

        List<Desk> desks = atOnce(20, number -> {
            NewPasswordEntry entry = new NewPasswordEntry(flow.secret().text(), "staple correct horse " + number);
            return Desk.handle(new SubmitNewPassword(flow.id(), SEALED), entry);
        });

        assertThat(desks)
                .flatExtracting(desk -> desk.told)
                .filteredOn(PasswordChanged.class::isInstance)
                .hasSize(1);
        assertThat(RunningReset.count("select version from credentials where account_id = ?", account))
                .isEqualTo(2);
    }

    @Test
    void ofTwoAuthorisedResetsOneSetsThePassword() throws Exception {
        UUID account = withPassword();
        List<Flow> flows = List.of(portal.authorised(login), portal.authorised(login));

        List<Desk> desks = atOnce(2, number -> {
            Flow flow = flows.get(number);
            NewPasswordEntry entry = new NewPasswordEntry(flow.secret().text(), "staple correct horse " + number);
            return Desk.handle(new SubmitNewPassword(flow.id(), SEALED), entry);
        });

        assertThat(desks)
                .flatExtracting(desk -> desk.told)
                .filteredOn(PasswordChanged.class::isInstance)
                .hasSize(1);
        assertThat(RunningReset.count("select version from credentials where account_id = ?", account))
                .isEqualTo(2);
    }

    @Test
    void guessesAtTheSameMomentCountLikeGuessesInARow() throws Exception {
        UUID account = withPassword();

        atOnce(30, number -> Desk.handle(new SignIn(SEALED), new SignInEntry(login, "guess number " + number, null)));

        assertThat(RunningReset.count("select failures from sign_in_failures where account_id = ?", account))
                .isEqualTo(10);
    }

    @Test
    void codesOfNoticesTriedAtTheSameMomentCountLikeCodesInARow() throws Exception {
        withPassword();

        List<Desk> desks = atOnce(
                30,
                number -> Desk.handle(new DisputeReset(SEALED), new DisputeEntry(null, login, "no " + number, null)));

        assertThat(desks)
                .filteredOn(desk -> desk.refused == Refusal.DISPUTE_INVALID)
                .hasSize(10);
        assertThat(desks).filteredOn(desk -> desk.refused == Refusal.TOO_SOON).hasSize(20);
    }

    @Test
    void ofTwentyDisputesAtOnceOneIsTold() throws Exception {
        UUID account = withPassword();
        String token = RunningReset.KEYS
                .disputes("notification-service", "reset-service")
                .token(account, RunningReset.CLOCK.instant());

        List<Desk> desks =
                atOnce(20, number -> Desk.handle(new DisputeReset(SEALED), new DisputeEntry(token, null, null, null)));

        assertThat(desks)
                .flatExtracting(desk -> desk.told)
                .filteredOn(ResetDisputed.class::isInstance)
                .hasSize(1);
    }

    @Test
    void aLoginThatMovesBetweenPreparationAndDecisionIsPreparedAgain() {
        withPassword();
        Received<Request> received = Desk.received(new SignIn(SEALED), new SignInEntry(login, PASSWORD, null));
        Object facts = Desk.prepare(received);
        RunningReset.account(login);

        assertThatThrownBy(() -> Desk.inTransaction(received, facts)).isInstanceOf(StaleFacts.class);
    }

    private interface Attempt {
        Desk make(int number);
    }

    private static List<Desk> atOnce(int attempts, Attempt attempt) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(5);
        try {
            List<Callable<Desk>> all = new ArrayList<>();
            for (int i = 0; i < attempts; i++) {
                int number = i;
                all.add(() -> attempt.make(number));
            }
            List<Desk> desks = new ArrayList<>();
            for (Future<Desk> future : threads.invokeAll(all)) desks.add(future.get());
            return desks;
        } finally {
            threads.shutdown();
        }
    }

    private UUID withPassword() {
        UUID account = RunningReset.account(login);
        feed.answer(feed.importCredential(account, new InitialCredential(null, PASSWORD, true)));
        return account;
    }
}
