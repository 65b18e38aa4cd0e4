package io.sspr.messaging.consume;

import io.sspr.messaging.handle.Trouble;

/** Another instance has read on from where we thought we were. */
final class PositionsMoved extends Trouble {

    private static final long serialVersionUID = 1;

    PositionsMoved() {
        super("Another instance reads the same partition.");
    }
}
