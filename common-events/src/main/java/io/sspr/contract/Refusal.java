package io.sspr.contract;

/** Why something was refused; stable, part of the contract. */
public enum Refusal {
    // the message
    @About("the record or what its seal holds is not of the contract: headers, JSON, a missing or too long property")
    MALFORMED,
    @About("ce_type is not in the contract, or is nothing that this service takes")
    UNKNOWN_TYPE,
    @About("an id is not a UUID in lower case")
    INVALID_ID,
    @About("the request id was used before, for a request with other content")
    REQUEST_ID_REUSED,
    @About("the client's configuration does not grant this type of request")
    NOT_ALLOWED_FOR_CLIENT,
    @About("the record is larger than it may be")
    TOO_LARGE,

    // seal and assertion
    @About("the seal is not a JWE of the contract's form, or not padded")
    SEAL_MALFORMED,
    @About("the seal uses an algorithm or a header parameter that is not allowed")
    SEAL_ALGORITHM,
    @About("the seal's kid is not one of the service's keys: fetch the key set again")
    SEAL_UNKNOWN_KEY,
    @About("the seal does not open: changed on its way, or made with another key")
    SEAL_BROKEN,
    @About("the seal is for another service")
    SEAL_WRONG_AUDIENCE,
    @About("the seal was made for another message, type of message or flow")
    SEAL_WRONG_MESSAGE,
    @About("the header assertion is missing")
    ASSERTION_MISSING,
    @About("the assertion is not well-formed, from the future, or its key or signature is not the client's")
    ASSERTION_INVALID,
    @About("the assertion is too old")
    ASSERTION_EXPIRED,
    @About("the assertion is for another client, service, type of request, request or content")
    ASSERTION_MISMATCH,
    @About("the person signed in too long ago for this request: let them sign in again")
    SIGN_IN_TOO_OLD,
    @About("the person must first prove, within this sign-in, the strongest method they have: StepUp")
    STEP_UP_NEEDED,
    @About("the person signed in with one factor; the request needs two")
    TWO_FACTORS_NEEDED,
    @About("the person is no administrator")
    NOT_ADMINISTRATOR,

    // the flow
    @About("nothing is known of this flow, not even after some seconds of waiting, or it is another client's")
    UNKNOWN_FLOW,
    @About("the flow secret is not the one that the flow began with")
    WRONG_FLOW_SECRET,
    @About("the flow was begun before, by another request")
    FLOW_EXISTS,
    @About("the flow has not got that far, is past that step, or has no use for it")
    OUT_OF_ORDER,
    @About("the flow has ended")
    ENDED,
    @About("what the request goes on with has reached the end of its life")
    EXPIRED,
    @About("nothing happened for too long")
    ABANDONED,
    @About("the kind of method was not on offer")
    KIND_NOT_OFFERED,
    @About("the second method must differ from the first")
    METHODS_NOT_DIFFERENT,

    // proofs
    @About("the code is wrong")
    WRONG_PROOF,
    @About("the code was used before")
    PROOF_ALREADY_USED,
    @About("too many tries: the verification, or the choosing of methods in this reset, has ended")
    TOO_MANY_ATTEMPTS,
    @About("too early: try again at retryAt")
    TOO_SOON,
    @About("this verification sends no more codes")
    NO_MORE_CODES,
    @About("the method is locked and must be registered anew")
    METHOD_LOCKED,

    // accounts and passwords
    @About("there is no such account")
    UNKNOWN_ACCOUNT,
    @About("the login belongs to another account")
    LOGIN_TAKEN,
    @About("the login has no canonical form: empty, too long, or with characters that nobody sees")
    LOGIN_INVALID,
    @About("the address is not one that a message can be sent to")
    ADDRESS_INVALID,
    @About("the account has a method with this address already")
    ADDRESS_TAKEN,
    @About("the account has as many methods as it may have")
    TOO_MANY_METHODS,
    @About("the person has no such method, or not one that this can be done with")
    UNKNOWN_METHOD,
    @About("no recovery code was used in this flow, or its successor was collected already")
    NOTHING_TO_COLLECT,
    @About("replyKey is not a public P-256 key with a kid")
    REPLY_KEY_INVALID,
    @About("the account has a credential already")
    CREDENTIAL_EXISTS,
    @About("the credential is neither an acceptable PHC string nor a password, or it is both")
    CREDENTIAL_INVALID,
    @About("login and password do not belong together; which of the two is wrong is not said")
    WRONG_CREDENTIALS,
    @About("locked until retryAt")
    LOCKED,
    @About("the token or the code of the notice is not right, or too old")
    DISPUTE_INVALID,
    @About("the owner has disputed what happened to the account: an administrator must unblock it")
    FROZEN,

    // policy
    @About("the policy in force has another version by now: look at it, and decide again")
    VERSION_CONFLICT,
    @About("the policy does not allow it")
    NOT_ALLOWED_BY_POLICY,
    @About("it was put off as often or as long as the policy allows")
    NO_SKIPS_LEFT,
    @About("too much was tried: blocked until retryAt")
    BLOCKED_FOR_NOW,

    // delivery
    @About("no more messages are sent to this destination or account for now")
    BUDGET_EXHAUSTED,
    @About("the mail server or the message gateway does not take the address")
    ADDRESS_REJECTED,
    @About("the message gateway refuses to send there: barred, filtered or unsubscribed")
    BLOCKED,
    @About("the message could not be handed over in time")
    UNDELIVERABLE,

    // ourselves
    @About("our fault: the request was put aside for the operators and had no effect")
    FAULT
}
