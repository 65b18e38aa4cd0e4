/** One real Kafka (KRaft, broker and controller in one) on the loopback interface, in this JVM or in a process of its own. */
@NullMarked
package io.sspr.quickstart.broker;

import org.jspecify.annotations.NullMarked;
