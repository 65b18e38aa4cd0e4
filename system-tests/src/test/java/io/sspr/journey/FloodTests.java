package io.sspr.journey;

import static org.assertj.core.api.Assertions.assertThat;

import io.sspr.client.Asked;
import io.sspr.client.Flow;
import io.sspr.client.FrontEnd;
import io.sspr.client.ReplyKey;
import io.sspr.contract.MethodKind;
import io.sspr.contract.reply.ChallengeReady;
import io.sspr.contract.reply.GatePassed;
import io.sspr.contract.reply.MethodsOffered;
import io.sspr.contract.reply.PasswordSet;
import io.sspr.contract.reply.RecoveryCodesReady;
import io.sspr.contract.reply.ResetAuthorized;
import io.sspr.contract.secret.MethodEntry;
import io.sspr.live.SamplePerson;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Somebody floods one person with resets (ATK-11, ATK-19): it costs them a handful of messages and never a way back in. */
class FloodTests {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final int REQUESTS = 1000;
    /** Codes an hour to one destination, and one notice. */
    private static final int MOST_MAILS = 3 + 1;

    private final TestSystem system = TestSystem.shared();
    private final FrontEnd portal = system.portal();

    @Test
    void aThousandResetsOfOnePersonSendAHandfulOfMailsAndLeaveThemAndOthersTheirReset() {
        SamplePerson victim = SamplePerson.registered(system, "en");
        String recoveryCode = recoveryCode(victim);
        SamplePerson bystander = SamplePerson.registered(system, "en");
        int before = codes(victim);
        List<Flow> begun = flood(victim);
        for (Flow flow : begun) portal.chooseMethod(flow, MethodKind.EMAIL).reply();

        // No mail is left for the victim: what they hold in their hands is.
        Flow flow = Flow.begin();
        portal.requestReset(flow, victim.login()).reply(MethodsOffered.class);
        portal.chooseMethod(flow, MethodKind.AUTHENTICATOR_APP).reply(ChallengeReady.class);
        portal.submitProof(flow, victim.app().code()).reply(GatePassed.class);
        portal.chooseMethod(flow, MethodKind.RECOVERY_CODE).reply(ChallengeReady.class);
        portal.submitProof(flow, recoveryCode).reply(ResetAuthorized.class);
        portal.submitNewPassword(flow, "the victim's new passphrase").reply(PasswordSet.class);

        Flow own = bystander.authorisedReset();
        portal.submitNewPassword(own, "a bystander's new passphrase").reply(PasswordSet.class);
        assertThat(codes(victim) - before).isLessThanOrEqualTo(MOST_MAILS);
    }

    @Test
    void aFloodOfBegunResetsLeavesTheVictimTheMailTheyAskFor() {
        SamplePerson victim = SamplePerson.registered(system, "en");
        flood(victim);
        Flow flow = Flow.begin();
        long seen = system.mailbox().newest(victim.address());
        MethodsOffered offered = portal.requestReset(flow, victim.login()).reply(MethodsOffered.class);
        assertThat(offered.kinds()).contains(MethodKind.AUTHENTICATOR_APP);
        portal.chooseMethod(flow, MethodKind.AUTHENTICATOR_APP).reply();
        portal.submitProof(flow, victim.app().code()).reply(GatePassed.class);
        portal.chooseMethod(flow, MethodKind.EMAIL).reply();
        portal.submitProof(flow, system.mailbox().code(victim.address(), seen, PATIENCE))
                .reply(ResetAuthorized.class);
        portal.submitNewPassword(flow, "the victim's new passphrase").reply(PasswordSet.class);
    }

    private String recoveryCode(SamplePerson person) {
        Flow flow = Flow.begin();
        ReplyKey key = ReplyKey.generate();
        MethodEntry entry = new MethodEntry(null, key.publicJwk(), portal.origin());
        Asked asked = portal.registerMethod(person.signedIn(), flow, MethodKind.RECOVERY_CODE, entry);
        return key.open(asked.reply(RecoveryCodesReady.class), portal.client(), asked.id())
                .codes()
                .get(0);
    }

    private List<Flow> flood(SamplePerson victim) {
        List<Flow> flows = new ArrayList<>();
        List<Asked> asked = new ArrayList<>();
        for (int i = 0; i < REQUESTS; i++) {
            Flow flow = Flow.begin();
            flows.add(flow);
            asked.add(portal.requestReset(flow, victim.login()));
        }
        List<Flow> begun = new ArrayList<>();
        for (int i = 0; i < REQUESTS; i++) if (asked.get(i).reply() instanceof MethodsOffered) begun.add(flows.get(i));
        return begun;
    }

    private int codes(SamplePerson person) {
        return (int) system.mailbox().mails(person.address()).stream()
                .filter(mail -> mail.code().isPresent())
                .count();
    }
}
