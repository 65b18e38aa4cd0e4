package io.sspr.contract.internal;

import io.sspr.contract.Message;
import java.util.UUID;

/** What one service tells another; may carry seals. */
public sealed interface Internal extends Message
        permits StartVerification, DeliverCode, IssueAdministratorCode, DeliverNotice {

    /** Whose it is; key of the record. */
    UUID accountId();
}
