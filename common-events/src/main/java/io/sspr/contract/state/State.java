package io.sspr.contract.state;

import io.sspr.contract.Message;

/** The current fact for a key. */
public sealed interface State extends Message permits Account, Identity, Method, Policy, PublishedKeys, Group {

    /** Key of the record: the latest record of a key is the fact. */
    String key();
}
