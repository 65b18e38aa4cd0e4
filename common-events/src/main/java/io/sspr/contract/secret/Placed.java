package io.sspr.contract.secret;

import org.jspecify.annotations.Nullable;

/** Content that may say from where it was sealed. */
public sealed interface Placed
        permits DisputeEntry,
                FlowReplyKey,
                LoginEntry,
                MethodChoice,
                MethodEntry,
                NewPasswordEntry,
                PasswordPair,
                ProofEntry,
                ReplyKeyEntry,
                SignInEntry,
                Visit {

    /** From where. */
    @Nullable
    Origin origin();

    /** The same from there. */
    Secret from(Origin place);
}
