package io.sspr.registration.flow;

import java.util.UUID;

/** A flow: ids of flows are made by clients, so only with the client's name is one unique. */
public record FlowName(String client, UUID flow) {

    /** Name of the lock on it, and of what a proof waits for that came before its verification. */
    public String lock() {
        return "flow:" + client + ":" + flow;
    }
}
