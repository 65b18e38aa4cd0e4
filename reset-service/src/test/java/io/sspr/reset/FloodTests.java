package io.sspr.reset;

import static org.assertj.core.api.Assertions.assertThat;

import io.sspr.contract.MethodKind;
import io.sspr.contract.Refusal;
import io.sspr.contract.reply.MethodsOffered;
import io.sspr.contract.reply.PasswordSet;
import io.sspr.contract.reply.RequestRefused;
import io.sspr.contract.request.Request;
import io.sspr.contract.request.RequestReset;
import io.sspr.contract.seal.Sealed;
import io.sspr.contract.secret.InitialCredential;
import io.sspr.contract.secret.LoginEntry;
import io.sspr.messaging.Received;
import io.sspr.reset.Portal.Flow;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** A flood of resets of one person costs whoever makes it, never the person (FP-03, FP-04, FP-13). */
class FloodTests {

    private static final Sealed SEALED = new Sealed("e30.AAAA.AAAA.AAAA.AAAA");
    private static final AtomicInteger POLICIES = new AtomicInteger(3000);

    private static Portal portal;
    private static Portal feed;

    private final String login = "flooded-" + UUID.randomUUID() + "@example.org";
    private final Map<MethodKind, Integer> offered = new EnumMap<>(MethodKind.class);

    @BeforeAll
    static void start() {
        portal = new Portal("portal");
        feed = new Portal("feed");
    }

    @AfterAll
    static void stop() {
        List.of(portal, feed).forEach(Portal::close);
    }

    @AfterEach
    void restore() {
        RunningReset.CLOCK.putForward(Duration.ZERO);
    }

    @Test
    @DisplayName(
            "FP-13: after 1,000 resets in a day a person with a strong method still resets at once, and for all but ten nobody could have mail sent")
    void aThousandResetsDoNotBlockThePerson() {
        RunningReset.tellPolicy(RunningReset.policy(POLICIES.incrementAndGet(), 1));
        UUID account = withPassword();

        flood(Duration.ofSeconds(80));

        // Each of these could have had a mail sent, and ten in a day is the most.
        assertThat(offered.get(MethodKind.EMAIL)).isEqualTo(10);
        assertThat(offered.get(MethodKind.AUTHENTICATOR_APP)).isEqualTo(1000);
        Flow flow = Flow.begin();
        MethodsOffered methods = (MethodsOffered) portal.answer(portal.requestReset(flow, login));
        assertThat(methods.kinds()).isNotEmpty().allMatch(MethodKind::strong);
        portal.answer(portal.prove(portal.verification(portal.chooseMethod(flow, MethodKind.AUTHENTICATOR_APP))));
        assertThat(portal.answer(portal.submitNewPassword(flow, "staple correct horse")))
                .isEqualTo(new PasswordSet(flow.id(), account, 2));
        assertThat(((MethodsOffered) portal.answer(portal.requestReset(Flow.begin(), login))).kinds())
                .contains(MethodKind.EMAIL);
    }

    @Test
    @DisplayName("FP-13: amid 1,000 resets at one moment a person with a strong method resets at once")
    void aThousandResetsAtOneMomentDoNotBlockThePersonEither() {
        RunningReset.tellPolicy(RunningReset.policy(POLICIES.incrementAndGet(), 1));
        UUID account = withPassword();

        flood(Duration.ZERO);

        assertThat(offered.get(MethodKind.EMAIL)).isEqualTo(3);
        Flow flow = Flow.begin();
        portal.answer(portal.requestReset(flow, login));
        portal.answer(portal.prove(portal.verification(portal.chooseMethod(flow, MethodKind.RECOVERY_CODE))));
        assertThat(portal.answer(portal.submitNewPassword(flow, "staple correct horse")))
                .isEqualTo(new PasswordSet(flow.id(), account, 2));
    }

    @Test
    @DisplayName("FP-13: where there is no strong method a flood makes the person wait five minutes at most")
    void withoutStrongMethodsThePersonWaitsAFewMinutes() {
        RunningReset.tellPolicy(RunningReset.policy(POLICIES.incrementAndGet(), 1, RunningReset.WEAK));
        withPassword();

        flood(Duration.ofMillis(80));

        RequestRefused refused = (RequestRefused) portal.answer(portal.requestReset(Flow.begin(), login));
        assertThat(refused.reason()).isEqualTo(Refusal.TOO_SOON);
        assertThat(refused.retryAt())
                .isNotNull()
                .isBeforeOrEqualTo(RunningReset.CLOCK.instant().plus(Duration.ofMinutes(5)));
        RunningReset.CLOCK.putForward(Duration.ofMinutes(5));
        assertThat(portal.answer(portal.requestReset(Flow.begin(), login))).isInstanceOf(MethodsOffered.class);
    }

    /** A thousand resets until now, by the real handler in transactions of a hundred. */
    private void flood(Duration apart) {
        for (int batch = 0; batch < 10; batch++) {
            int first = batch * 100;
            Desk.transactions().executeWithoutResult(status -> {
                for (int i = first; i < first + 100; i++) {
                    RunningReset.CLOCK.putForward(apart.multipliedBy(i - 1000));
                    noteOffers(requested());
                }
            });
        }
        RunningReset.CLOCK.putForward(Duration.ZERO);
    }

    private Desk requested() {
        Flow flow = Flow.begin();
        Request request = new RequestReset(flow.id(), flow.secret().hash(), SEALED);
        Received<Request> received = Desk.received(request, new LoginEntry(login, null));
        Desk desk = new Desk();
        desk.handleHere(received, Desk.prepare(received));
        return desk;
    }

    private void noteOffers(Desk desk) {
        for (Object told : desk.told)
            if (told instanceof MethodsOffered methods)
                for (MethodKind kind : methods.kinds()) offered.merge(kind, 1, Integer::sum);
    }

    private UUID withPassword() {
        UUID account = RunningReset.account(login);
        feed.answer(feed.importCredential(account, new InitialCredential(null, "correct horse battery", true)));
        return account;
    }
}
