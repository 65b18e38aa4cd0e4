/** Publishes the outbox to Kafka, each row once and in order, whatever is killed. */
@NullMarked
package io.sspr.messaging.relay;

import org.jspecify.annotations.NullMarked;
