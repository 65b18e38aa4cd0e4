package io.sspr.reset;

import static org.assertj.core.api.Assertions.assertThat;

import io.sspr.contract.Refusal;
import io.sspr.contract.request.Request;
import io.sspr.contract.request.RequestReset;
import io.sspr.contract.seal.Sealed;
import io.sspr.contract.secret.LoginEntry;
import io.sspr.messaging.Received;
import io.sspr.reset.Portal.Flow;
import io.sspr.reset.hashing.HashingProperties;
import io.sspr.reset.policy.Policies;
import org.junit.jupiter.api.Test;
import org.springframework.core.env.Environment;

class StartTests {

    @Test
    void withoutFurtherSettingsItListensHereOnlyAndHashesAtTheFloorOfOwasp() {
        Environment environment = RunningReset.bean(Environment.class);

        assertThat(environment.getProperty("server.address")).isEqualTo("127.0.0.1");
        assertThat(environment.getProperty("management.endpoints.web.exposure.include"))
                .isEqualTo("health,prometheus");
        assertThat(environment.getProperty("spring.jmx.enabled")).isEqualTo("false");
        assertThat(RunningReset.bean(HashingProperties.class).cost().isAboveFloor())
                .isTrue();
    }

    @Test
    void aRequestThatComesBeforeTheFirstPolicyWaitsForIt() {
        RunningReset.tellPolicy(RunningReset.ONE_METHOD);
        Flow flow = Flow.begin();
        RequestReset request = new RequestReset(flow.id(), flow.secret().hash(), new Sealed("e30.AAAA.AAAA.AAAA.AAAA"));
        Received<Request> received = Desk.received(request, new LoginEntry("somebody@example.org", null));

        Desk.transactions().executeWithoutResult(status -> {
            status.setRollbackOnly();
            RunningReset.jdbc().update("delete from known_policy");
            Desk desk = new Desk();
            desk.handleHere(received, Desk.prepare(received));
            assertThat(desk.parked).isEqualTo(Policies.AWAITED);
            assertThat(desk.otherwise).isEqualTo(Refusal.FAULT);
            assertThat(desk.told).isEmpty();
        });
    }
}
