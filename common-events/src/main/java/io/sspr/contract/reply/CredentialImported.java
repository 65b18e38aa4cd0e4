package io.sspr.contract.reply;

import io.sspr.contract.About;
import java.util.UUID;

/** The account has its credential. */
@About("The account has its credential.")
public record CredentialImported(
        UUID accountId,
        @About("version of the credential, from 1") long version) implements Reply {}
