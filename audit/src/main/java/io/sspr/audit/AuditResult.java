package io.sspr.audit;

import io.sspr.audit.finding.FindingCode;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * What an audit came to.
 *
 * @param findings how many of each kind
 * @param events events by topic
 * @param requests requests that were looked at
 * @param notChecked what could not be looked at, a sentence each
 * @param took how long it took
 */
public record AuditResult(
        Map<FindingCode, Long> findings,
        Map<String, Long> events,
        long requests,
        List<String> notChecked,
        Duration took) {

    /** Whether nothing was found. */
    public boolean isClean() {
        return findings.isEmpty();
    }

    /** All events. */
    public long eventCount() {
        return events.values().stream().mapToLong(Long::longValue).sum();
    }
}
