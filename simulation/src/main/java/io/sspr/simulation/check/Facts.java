package io.sspr.simulation.check;

import io.sspr.contract.Envelope;
import io.sspr.contract.Message;
import io.sspr.contract.Service;
import io.sspr.contract.state.Policy;
import java.time.Instant;

/**
 * Something that a service has committed.
 *
 * @param service which
 * @param topic where it will be
 * @param envelope what it says
 * @param policy the rules that were in force in that service's database when it was decided
 * @param at by that service's clock
 */
public record Facts(Service service, String topic, Envelope<Message> envelope, Policy policy, Instant at) {}
