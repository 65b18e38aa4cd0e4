package io.sspr.audit.finding;

/** What can be found; names are stable, docs/audit.md lists them. */
public enum FindingCode {
    // G2
    EVENT_MISSING("G2", "a number of the key's events on this topic is not there"),
    EVENT_REPEATED("G2", "a number of the key's events on this topic stands twice"),
    EVENT_OUT_OF_ORDER("G2", "an event stands behind one of its key with a higher number"),
    EVENT_UNNUMBERED("G2", "an event has no ce_keysequence"),
    ID_REPEATED("G2", "a ce_id stands twice, wherever"),
    KEY_MOVED("G2", "events of one key stand in two partitions of a topic, so they have no order"),
    EVENT_UNREADABLE("G2", "a record is not a message of the contract"),
    EVENT_MISPLACED("G2", "an event stands on a topic, under a key or subject, or from a writer that is not its own"),
    EVENT_LOST("G2", "the database has numbered events of a key that are not on the log"),
    EVENT_UNKNOWN_TO_DATABASE("G2", "the log has events of a key that the database has not numbered"),

    // G3
    GATES_UNDERSTATED("G3", "a reset was begun with fewer methods to prove than the policy asked for"),
    GATES_TOO_FEW(
            "G3",
            "a password was set, or a reset authorised, with fewer different methods proven than the stricter policy"
                    + " asks"),
    GATE_UNPROVEN("G3", "a gate was passed without a verified proof of its method, for this reset, before it"),
    METHOD_USED_TWICE("G3", "one method, or two of one kind, passed two gates of a reset"),
    PROOF_USED_TWICE("G3", "one proof passed two gates, or was verified twice"),
    PROOF_TOO_LATE("G3", "a proof was verified after its verification had expired"),
    METHOD_UNUSABLE("G3", "a proof was verified by a method that was not there, not yet usable, locked or removed"),
    PASSWORD_WITHOUT_RESET(
            "G3", "a password was reset, or an account unlocked, without a reset of its own that was authorised"),
    PASSWORD_TOO_LATE("G3", "a password was reset when the reset's life, or its time of inactivity, was over"),
    PASSWORD_BY_VOID_RESET("G3", "a password was set by a reset that another password or a dispute had ended"),
    PASSWORD_WHILE_FROZEN("G3", "a person's own reset or change counted while the account was frozen"),
    ARRANGED_WITHOUT_CODE(
            "G3", "a password counts as arranged by an administrator, but no administrator's code was verified"),
    ARRANGED_WITHOUT_ADMINISTRATOR(
            "G3",
            "a password was reset by an administrator's code that no administrator had allowed, or that was used"
                    + " before"),

    // G4
    VERSION_SKIPPED("G4", "a version of an account's password is not on the log"),
    VERSION_REPEATED("G4", "a version of an account's password stands twice, or behind a higher one"),
    VERSION_NOT_ON_LOG("G4", "the credential has reached a version that the log does not tell of"),
    VERSION_NOT_IN_DATABASE("G4", "the log tells of a version that the credential has not reached"),

    // lifecycles
    RESET_UNKNOWN("life", "a step belongs to a reset that never began"),
    RESET_BEGUN_TWICE("life", "a reset began twice"),
    RESET_ENDED_TWICE("life", "a reset has two ends"),
    RESET_AFTER_END("life", "a step was taken in a reset that had ended"),
    RESET_NEVER_ENDED("life", "a reset's time is long over, and no end was told"),
    RESET_OUT_OF_ORDER(
            "life", "a new password was handed in, or a method proven, before the step that must come first"),
    VERIFICATION_UNKNOWN("life", "a proof, an end or a delivery belongs to a verification that never began"),
    VERIFICATION_BEGUN_TWICE("life", "a verification began twice, or its codes are not numbered 1, 2, 3"),
    VERIFICATION_ENDED_TWICE("life", "a verification has two ends"),
    VERIFICATION_AFTER_END("life", "a proof or a code came in a verification that had ended"),
    VERIFICATION_NEVER_ENDED("life", "a verification's time is long over, and no end was told"),
    VERIFICATION_CHANGED(
            "life", "a verification goes on for another kind, purpose, reset or account than it began for"),
    ATTEMPTS_MISCOUNTED("life", "the wrong proofs of a verification are not counted 1, 2, 3"),
    METHOD_UNKNOWN("life", "something happened to a method that was never registered"),
    METHOD_REGISTERED_TWICE("life", "a method was registered twice"),
    METHOD_UNPROVEN("life", "a method counts that nobody has proven"),
    METHOD_AFTER_REMOVAL("life", "something happened to a method after it was removed"),
    METHOD_RELEASED_WRONGLY("life", "a quarantine ended before its time, twice, or where there was none"),
    RECOVERY_CODES_MISCOUNTED(
            "life", "recovery codes were used or issued, and the count of those left does not follow"),
    DELIVERY_REPEATED("life", "a delivery has two outcomes"),
    DELIVERY_UNASKED("life", "more codes were delivered than made for a verification"),
    FREEZE_REPEATED("life", "an account was frozen that was frozen"),
    SESSIONS_REVIVED("life", "sessions that were void count again: sessionsInvalidBefore went back"),
    IMPORT_OVER_PASSWORD("life", "provisioning brought a password where there was one"),
    POLICY_VERSION_SKIPPED("life", "versions of the policy do not follow one on another"),
    ACCOUNT_UNKNOWN("life", "something happened to an account that was never registered"),
    ACCOUNT_REGISTERED_TWICE("life", "an account was created twice"),
    EVENT_AFTER_ERASURE("life", "something happened to an account whose identity had been taken away"),
    CAUSE_WRONG(
            "life", "an event names another cause than the one that it must come from, or stands before it in time"),
    TIME_IMPLAUSIBLE("life", "a time lies after the record's own, or far before that of the event before it"),

    // G1
    REQUEST_UNANSWERED("G1", "a request has no final reply"),
    REQUEST_ANSWERED_TWICE("G1", "a request has two final replies"),
    REPLY_UNASKED("G1", "a reply answers no request"),
    OUTBOX_STUCK("G1", "what a service has to tell has waited too long in its database"),
    PARKED_STUCK("G1", "a request that was put aside has waited beyond its deadline"),
    POSITION_IMPOSSIBLE("G1", "a service has read further than its topic goes, or stopped before its topic begins");

    private final String guarantee;
    private final String meaning;

    FindingCode(String guarantee, String meaning) {
        this.guarantee = guarantee;
        this.meaning = meaning;
    }

    /** G1 to G4 of docs/guarantees.md, or {@code life}. */
    public String guarantee() {
        return guarantee;
    }

    /** What it says, for a table. */
    public String meaning() {
        return meaning;
    }
}
