package io.sspr.client;

import io.sspr.contract.Envelope;
import io.sspr.contract.Message;

/** Takes what a client is told, on the reader's thread: it must not block. */
public interface ReplySink {

    /** A reply to whatever instance of this client asked. */
    void received(Envelope<Message> reply);

    /** No reply will be read any more. */
    void stop(Throwable cause);
}
