package io.sspr.simulation.service;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** The time of the simulation, which goes on when it is told to, and everybody's own idea of it. */
public final class VirtualClock {

    private Instant now;

    /** Begins then. */
    public VirtualClock(Instant begin) {
        this.now = begin;
    }

    /** The true time. */
    public Instant now() {
        return now;
    }

    /** Goes on. */
    public void advance(Duration by) {
        now = now.plus(by);
    }

    /** A clock that is wrong by that much. */
    public Clock off(Duration by) {
        return new Off(by, ZoneOffset.UTC);
    }

    private final class Off extends Clock {

        private final Duration by;
        private final ZoneId zone;

        Off(Duration by, ZoneId zone) {
            this.by = by;
            this.zone = zone;
        }

        @Override
        public ZoneId getZone() {
            return zone;
        }

        @Override
        public Clock withZone(ZoneId other) {
            return new Off(by, other);
        }

        @Override
        public Instant instant() {
            return now.plus(by);
        }
    }
}
