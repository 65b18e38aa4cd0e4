package io.sspr.bench;

import io.sspr.contract.reply.Reply;
import io.sspr.contract.reply.RequestExpired;
import io.sspr.contract.reply.RequestRefused;
import org.jspecify.annotations.Nullable;

/**
 * Why a reset did not come to its end.
 *
 * @param text whose it was, and what went wrong
 * @param told what the services answered; null if they did not
 */
record Failure(String text, @Nullable Reply told) {

    /** Whether the person was told that it has come to nothing, which may be after an outage; silence may never be. */
    boolean isToldTooLate() {
        return told instanceof RequestExpired || told instanceof RequestRefused;
    }
}
