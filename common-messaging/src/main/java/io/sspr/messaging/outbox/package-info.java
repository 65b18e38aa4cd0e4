/** What is to be told, kept in the database until it is on Kafka. */
@NullMarked
package io.sspr.messaging.outbox;

import org.jspecify.annotations.NullMarked;
