package io.sspr.reset.breached;

import io.sspr.reset.hashing.Password;

/** Hashes for tests. */
final class SomeHashes {

    /** Of "password", as every documentation of the service has it. */
    static final String PASSWORD = "5BAA61E4C9B93F3F0682250B6CF8331B7EE68FD8";

    private SomeHashes() {}

    static Password password(String typed) {
        return Password.of(typed).orElseThrow();
    }

    static Sha1 hash(String typed) {
        return Sha1.of(password(typed));
    }
}
