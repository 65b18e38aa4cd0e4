package io.sspr.messaging.relay;

import org.jspecify.annotations.Nullable;

/** Kafka, by the settings of a plan. */
record KafkaLog(RelayPlan plan) implements RelayLog {

    @Override
    public Publisher open() {
        return new BatchPublisher(plan.producer(), plan.checkpoints());
    }

    @Override
    public @Nullable Checkpoint last() {
        return new CheckpointReader(plan.checkpoints(), plan.reader()).last();
    }
}
