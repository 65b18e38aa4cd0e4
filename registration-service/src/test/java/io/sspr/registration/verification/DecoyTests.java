package io.sspr.registration.verification;

import static org.assertj.core.api.Assertions.assertThat;

import io.sspr.contract.ContractJson;
import io.sspr.contract.MethodKind;
import io.sspr.contract.event.Event;
import io.sspr.contract.internal.DeliverCode;
import io.sspr.contract.reply.ProofRejected;
import io.sspr.contract.reply.Reply;
import io.sspr.registration.rig.Outcome;
import io.sspr.registration.rig.People;
import io.sspr.registration.rig.People.Flow;
import io.sspr.registration.rig.Rig;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Whoever is unknown, or lacks the method, sees in every step what everybody else sees (ATK-04). */
class DecoyTests {

    private static final Rig RIG = new Rig(true);

    private final People people = new People(RIG);

    @ParameterizedTest
    @EnumSource(MethodKind.class)
    void lookLikeRealOnesThroughoutAVerification(MethodKind kind) {
        UUID real = people.withEverything();
        UUID lacking = people.provision();
        UUID unknown = UUID.randomUUID();
        assertSame(kind, real, lacking);
        assertSame(kind, real, unknown);
    }

    @ParameterizedTest
    @EnumSource(MethodKind.class)
    void findAsMuchAsRealOnes(MethodKind kind) {
        UUID real = people.withEverything();
        UUID unknown = before(real);
        Flow realFlow = Flow.begin();
        Flow decoyFlow = Flow.begin();
        assertThat(people.start(unknown, kind, decoyFlow).rows())
                .isEqualTo(people.start(real, kind, realFlow).rows());
        assertThat(people.prove(decoyFlow, "wrong").rows())
                .isEqualTo(people.prove(realFlow, "wrong").rows());
        RIG.pass(Duration.ofMinutes(1));
        assertThat(people.resend(decoyFlow).rows())
                .isEqualTo(people.resend(realFlow).rows());
    }

    /** An unknown id for which the rows of that account are read. */
    private static UUID before(UUID account) {
        return new UUID(account.getMostSignificantBits(), account.getLeastSignificantBits() - 1);
    }

    @ParameterizedTest
    @EnumSource(MethodKind.class)
    void keepTheSameCountsAndDelaysUpToTheLockAndBeyond(MethodKind kind) {
        UUID real = people.withEverything();
        UUID unknown = UUID.randomUUID();
        for (int i = 0; i < 107; i++) {
            List<String> seen = new ArrayList<>();
            for (UUID account : List.of(real, unknown)) {
                Flow flow = Flow.begin();
                Flow other = Flow.begin();
                people.start(account, kind, flow);
                people.start(account, kind, other);
                seen.add(seen(flow, people.prove(flow, "wrong")));
                // Once, the method is locked while this one is open.
                seen.add(seen(other, people.prove(other, "wrong")));
            }
            assertThat(seen.get(2)).isEqualTo(seen.get(0));
            assertThat(seen.get(3)).isEqualTo(seen.get(1));
            RIG.pass(Duration.ofHours(1));
        }
        // A locked code of an administrator is gone: another must be asked for.
        assertThat(RIG.database()
                        .sql("SELECT count(*) FROM methods WHERE account_id = :account AND status = 'VERIFIED'")
                        .param("account", real)
                        .query(Long.class)
                        .single())
                .isEqualTo(MethodKind.values().length - 1);
    }

    @ParameterizedTest
    @EnumSource(MethodKind.class)
    void canNeverBeProven(MethodKind kind) {
        Flow flow = Flow.begin();
        Outcome started = people.start(before(people.withEverything()), kind, flow);
        String code = kind.sendsCode() ? People.letter(started).code() : "1".repeat(kind.digits());
        assertThat(people.prove(flow, code).reply(ProofRejected.class).attemptsLeft())
                .isEqualTo(4);
    }

    @ParameterizedTest
    @EnumSource(MethodKind.class)
    void nameNobodyInEventsAndNoAddressInLetters(MethodKind kind) {
        Flow flow = Flow.begin();
        UUID standIn = people.withEverything();
        UUID unknown = before(standIn);
        Outcome started = people.start(unknown, kind, flow);
        Outcome rejected = people.prove(flow, "wrong");
        for (Event event : List.of(started.events().get(0), rejected.events().get(0)))
            assertThat(json(event))
                    .doesNotContain("accountId")
                    .doesNotContain(unknown.toString())
                    .doesNotContain(standIn.toString());
        if (kind.sendsCode()) assertThat(People.letter(started).address()).isNull();
    }

    private void assertSame(MethodKind kind, UUID real, UUID decoy) {
        Flow realFlow = Flow.begin();
        Flow decoyFlow = Flow.begin();
        assertSame(realFlow, people.start(real, kind, realFlow), decoyFlow, people.start(decoy, kind, decoyFlow));
        for (int i = 0; i < 7; i++) {
            assertSame(realFlow, people.prove(realFlow, "wrong"), decoyFlow, people.prove(decoyFlow, "wrong"));
            assertSame(realFlow, people.resend(realFlow), decoyFlow, people.resend(decoyFlow));
            RIG.pass(Duration.ofSeconds(30));
        }
        RIG.pass(Duration.ofHours(1));
        // Success starts the count of the real one anew; that nobody can do with a decoy is the point of it.
        RIG.database().sql("DELETE FROM proof_counters").update();
    }

    private static void assertSame(Flow realFlow, Outcome real, Flow decoyFlow, Outcome decoy) {
        assertThat(seen(decoyFlow, decoy)).isEqualTo(seen(realFlow, real));
        assertThat(decoy.statements()).isPositive().isEqualTo(real.statements());
        assertThat(decoy.told())
                .extracting(told -> told.message().getClass())
                .isEqualTo(real.told().stream()
                        .map(told -> told.message().getClass())
                        .toList());
        assertThat(sealedSizes(decoy)).isEqualTo(sealedSizes(real));
    }

    /** The replies, byte by byte, but for the id that the front end chose. */
    private static String seen(Flow flow, Outcome outcome) {
        StringBuilder text = new StringBuilder();
        for (Outcome.Told told : outcome.told())
            if (told.message() instanceof Reply reply)
                text.append(json(reply).replace(flow.id().toString(), "flow")).append('\n');
        return text.toString();
    }

    private static List<Integer> sealedSizes(Outcome outcome) {
        return outcome.internals().stream()
                .filter(DeliverCode.class::isInstance)
                .map(message -> ((DeliverCode) message).sealed().jwe().length())
                .toList();
    }

    private static String json(Object message) {
        return new String(ContractJson.write(message), StandardCharsets.UTF_8);
    }
}
