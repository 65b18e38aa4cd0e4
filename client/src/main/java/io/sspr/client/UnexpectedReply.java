package io.sspr.client;

import io.sspr.contract.MessageType;
import io.sspr.contract.reply.ProofRejected;
import io.sspr.contract.reply.Reply;
import io.sspr.contract.reply.RequestRefused;
import io.sspr.contract.reply.SignInFailed;

/** The one final reply is another than was hoped for; says which, and the reason it gives. */
public final class UnexpectedReply extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final transient Reply reply;

    /** Asked for that, hoped for this, got another. */
    public UnexpectedReply(String asked, Class<? extends Reply> expected, Reply reply) {
        super(asked + " was answered " + MessageType.of(reply).wireName() + reason(reply) + " and not "
                + expected.getSimpleName());
        this.reply = reply;
    }

    /** What it was. */
    public Reply reply() {
        return reply;
    }

    private static String reason(Reply reply) {
        if (reply instanceof RequestRefused refused) return " (" + refused.reason() + ")";
        if (reply instanceof ProofRejected rejected) return " (" + rejected.reason() + ")";
        if (reply instanceof SignInFailed failed) return " (" + failed.reason() + ")";
        if (reply instanceof io.sspr.contract.reply.PasswordRefused refused) return " " + refused.rules();
        return "";
    }
}
