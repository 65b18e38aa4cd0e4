package io.sspr.bench;

import java.util.HashMap;
import java.util.Map;
import java.util.TreeSet;
import org.apache.kafka.common.TopicPartition;

/** Records that have been written and not yet been worked through; the marks of transactions, which nobody works, are none. */
final class Backlog {

    private final Map<TopicPartition, TreeSet<Long>> waiting = new HashMap<>();
    private long done;

    synchronized void written(TopicPartition partition, long offset) {
        waiting.computeIfAbsent(partition, name -> new TreeSet<>()).add(offset);
    }

    /** Everything before that place has been worked through. */
    synchronized void readTo(TopicPartition partition, long next) {
        TreeSet<Long> offsets = waiting.get(partition);
        if (offsets == null) return;
        int before = offsets.size();
        offsets.headSet(next).clear();
        done += before - offsets.size();
    }

    synchronized long size() {
        return waiting.values().stream().mapToLong(TreeSet::size).sum();
    }

    /** So many have been worked through since this was made. */
    synchronized long done() {
        return done;
    }
}
