package io.sspr.bench;

import io.sspr.contract.Service;
import java.io.IOException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What was used of the processors at a moment.
 *
 * @param nanos the moment, by {@link System#nanoTime()}
 * @param ended resets that had ended by then
 * @param parts milliseconds by part of the system
 * @param beside milliseconds of what only measures
 * @param machine all of it
 */
record Processor(
        long nanos, long ended, Map<String, Double> parts, Map<String, Double> beside, ProcessTimes.Machine machine) {

    static final String LOAD = "load generator";
    static final String BROKER = "broker";
    static final String POSTGRES = "PostgreSQL";

    static Processor now(BenchSystem system, MailSink sink, Load load) throws IOException {
        Map<String, Double> parts = new LinkedHashMap<>();
        for (Service service : new Service[] {Service.RESET, Service.REGISTRATION, Service.NOTIFICATION})
            parts.put(
                    service.principal(),
                    millis(ProcessTimes.of(system.service(service).pid())));
        parts.put(BROKER, millis(ProcessTimes.of(system.broker().pid())));
        parts.put(POSTGRES, millis(ProcessTimes.ofFamily(system.postmaster())));
        double sunk = millis(sink.cpu());
        Map<String, Double> beside = new LinkedHashMap<>();
        beside.put(LOAD, millis(ProcessTimes.of(ProcessHandle.current().pid())) - sunk);
        beside.put("mail sink", sunk);
        return new Processor(System.nanoTime(), load.ended(), parts, beside, ProcessTimes.machine());
    }

    private static double millis(Duration duration) {
        return duration.toNanos() / 1e6;
    }
}
