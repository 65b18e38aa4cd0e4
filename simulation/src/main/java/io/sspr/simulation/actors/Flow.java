package io.sspr.simulation.actors;

import io.sspr.contract.MethodKind;
import io.sspr.contract.seal.FlowSecret;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A front end's handle on something that it started, and what it has seen of it. */
final class Flow {

    private static final SecureRandom RANDOM = new SecureRandom();

    final UUID id = UUID.randomUUID();
    final FlowSecret secret = FlowSecret.generate(RANDOM);
    final String client;
    final Person person;
    /** What was asked in it, the latest last. */
    final List<FrontEnds.Asked> asked = new ArrayList<>();

    @Nullable
    MethodKind chosen;

    List<MethodKind> offered = List.of();
    int wrong;
    int steps;
    boolean over;

    Flow(String client, Person person) {
        this.client = client;
        this.person = person;
    }

    FrontEnds.@Nullable Asked latest() {
        return asked.isEmpty() ? null : asked.get(asked.size() - 1);
    }
}
