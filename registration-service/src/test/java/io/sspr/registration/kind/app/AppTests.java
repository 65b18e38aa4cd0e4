package io.sspr.registration.kind.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.jwk.ECKey;
import io.sspr.contract.MethodKind;
import io.sspr.contract.Refusal;
import io.sspr.contract.event.CodeVerified;
import io.sspr.contract.event.MethodRegistered;
import io.sspr.contract.secret.Enrolment;
import io.sspr.registration.kind.RegisterProperties.AppHash;
import io.sspr.registration.rig.Outcome;
import io.sspr.registration.rig.People;
import io.sspr.registration.rig.People.Flow;
import io.sspr.registration.rig.Rig;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class AppTests {

    @Test
    void computesWithTheHashThatWasConfiguredWhenItWasRegistered() {
        Rig rig = new Rig(true, Map.of("sspr.register.app-hash", "SHA256"));
        People people = new People(rig);
        UUID account = people.provision();
        Flow flow = Flow.begin();
        ECKey key = People.replyKey();
        UUID request = UUID.randomUUID();
        Outcome begun =
                people.registerApp(request, account, flow, key.toPublicJWK().toJSONString());
        Enrolment enrolment = People.enrolment(begun, key, request, flow);
        assertThat(enrolment.otpauth()).contains("algorithm=SHA256");
        TotpSeed seed = TotpSeed.ofBase32(enrolment.secret(), AppHash.SHA256);
        assertThat(people.prove(flow, Totp.codeAt(seed, rig.now())).only(MethodRegistered.class))
                .isNotNull();
        rig.pass(Duration.ofSeconds(60));
        // The service is configured otherwise by now.
        Rig later = new Rig(true);
        People there = new People(later);
        later.pass(Duration.between(later.now(), rig.now()));
        Flow reset = Flow.begin();
        there.start(account, MethodKind.AUTHENTICATOR_APP, reset);
        assertThat(there.prove(reset, Totp.codeAt(seed, later.now())).only(CodeVerified.class))
                .isNotNull();
    }

    @Test
    void isOneOfFiveAtMost() {
        Rig rig = new Rig(true);
        People people = new People(rig);
        UUID account = people.provision();
        for (int i = 0; i < 5; i++) people.withApp(account);
        String key = People.replyKey().toPublicJWK().toJSONString();
        assertThat(people.registerApp(UUID.randomUUID(), account, Flow.begin(), key)
                        .refusal())
                .isEqualTo(Refusal.TOO_MANY_METHODS);
    }
}
