package io.sspr.messaging.consume;

import io.sspr.messaging.handle.Trouble;
import org.apache.kafka.common.TopicPartition;

/** The copies of state topics are not read to their end yet. */
final class CopiesBehind extends Trouble {

    private static final long serialVersionUID = 1;

    CopiesBehind(TopicPartition partition, long position, long end) {
        super("The copy of " + partition + " is at " + position + " of " + end + ".");
    }
}
