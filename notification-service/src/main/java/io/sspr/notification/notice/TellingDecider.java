package io.sspr.notification.notice;

import io.sspr.contract.policy.NoticeRules;
import io.sspr.notification.template.Occasion;

/** Whether the policy lets a notice be sent. */
final class TellingDecider {

    private TellingDecider() {}

    /** The receipt of an objection and requests for help answer somebody, so no rule switches them off. */
    static boolean tells(NoticeRules rules, Occasion occasion) {
        return switch (occasion) {
            case PASSWORD_RESET, PASSWORD_RESET_ARRANGED, RESET_ARRANGED, ACCOUNT_UNLOCKED -> rules.resets();
            case PASSWORD_CHANGED -> rules.changes();
            case METHOD_REGISTERED,
                    METHOD_REMOVED,
                    METHOD_LOCKED,
                    RECOVERY_CODES_ISSUED,
                    RECOVERY_CODE_REPLACED,
                    RECOVERY_CODE_USED,
                    REREGISTRATION_REQUIRED -> rules.methods();
            case SIGN_IN_LOCKED -> rules.failures();
            case RESET_REFUSED -> rules.refusedResets();
            case TOLD_PASSWORD_RESET -> rules.administratorsOfAdministrators();
            case TOLD_RESET_DISPUTED -> rules.administratorsOfDisputes();
            case CODE, RESET_DISPUTED, HELP_WANTED -> true;
        };
    }
}
