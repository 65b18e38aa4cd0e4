package io.sspr.contract;

import java.util.ArrayList;
import java.util.List;

/** Which final replies a request can get, and from which service: what the AsyncAPI document and the README tell. */
final class FinalReplies {

    /** One of the possible final replies to a request. */
    record FinalReply(MessageType type, Service from) {}

    private FinalReplies() {}

    /** The final replies of a request: first those of success, then the others. */
    static List<FinalReply> to(MessageType request) {
        List<FinalReply> replies = new ArrayList<>(own(request));
        Service receiver = request.receiver();
        replies.add(new FinalReply(MessageType.REQUEST_REFUSED_REPLY, receiver));
        // Where the request is answered by another service, that one can refuse it too.
        replies.stream()
                .map(FinalReply::from)
                .filter(service -> service != receiver)
                .distinct()
                .toList()
                .forEach(other -> replies.add(new FinalReply(MessageType.REQUEST_REFUSED_REPLY, other)));
        if (request.usefulFor().isPresent()) replies.add(new FinalReply(MessageType.REQUEST_EXPIRED_REPLY, receiver));
        return replies;
    }

    private static List<FinalReply> own(MessageType request) {
        return switch (request) {
            case PROVISION_ACCOUNT -> List.of(registration(MessageType.ACCOUNT_PROVISIONED_REPLY));
            case IMPORT_CREDENTIAL -> List.of(reset(MessageType.CREDENTIAL_IMPORTED_REPLY));
            case REGISTER_METHOD ->
                List.of(
                        registration(MessageType.CHALLENGE_READY_REPLY),
                        registration(MessageType.RECOVERY_CODES_READY_REPLY));
            case RESEND_CODE, STEP_UP -> List.of(registration(MessageType.CHALLENGE_READY_REPLY));
            case SHOW_METHODS -> List.of(registration(MessageType.METHODS_SHOWN_REPLY));
            case REMOVE_METHOD -> List.of(registration(MessageType.METHOD_REMOVED_REPLY));
            case CHOOSE_DEFAULT_METHOD -> List.of(registration(MessageType.DEFAULT_METHOD_CHOSEN_REPLY));
            case COLLECT_RECOVERY_CODE -> List.of(registration(MessageType.RECOVERY_CODES_READY_REPLY));
            case REQUIRE_REREGISTRATION -> List.of(registration(MessageType.REREGISTRATION_REQUIRED_REPLY));
            case CONTACT_ADMINISTRATOR -> List.of(reset(MessageType.ADMINISTRATOR_CONTACTED_REPLY));
            case START_RESET_FOR -> List.of(reset(MessageType.RESET_STARTED_REPLY));
            case UNBLOCK -> List.of(reset(MessageType.UNBLOCKED_REPLY));
            case DISPUTE_RESET -> List.of(reset(MessageType.RESET_DISPUTED_REPLY));
            // The reset can come to its end on the way to the other service.
            case CHOOSE_METHOD ->
                List.of(
                        registration(MessageType.CHALLENGE_READY_REPLY),
                        registration(MessageType.REQUEST_EXPIRED_REPLY));
            case REQUEST_RESET, REQUEST_UNLOCK ->
                List.of(reset(MessageType.METHODS_OFFERED_REPLY), reset(MessageType.NOT_ELIGIBLE_REPLY));
            case SUBMIT_PROOF ->
                List.of(
                        registration(MessageType.METHOD_REGISTERED_REPLY),
                        registration(MessageType.STEP_UP_PASSED_REPLY),
                        reset(MessageType.GATE_PASSED_REPLY),
                        reset(MessageType.RESET_AUTHORIZED_REPLY),
                        reset(MessageType.ACCOUNT_UNLOCKED_REPLY),
                        registration(MessageType.PROOF_REJECTED_REPLY));
            case SUBMIT_NEW_PASSWORD, CHANGE_PASSWORD ->
                List.of(reset(MessageType.PASSWORD_SET_REPLY), reset(MessageType.PASSWORD_REFUSED_REPLY));
            case CANCEL_RESET -> List.of(reset(MessageType.RESET_CANCELLED_REPLY));
            case SIGN_IN -> List.of(reset(MessageType.SIGNED_IN_REPLY), reset(MessageType.SIGN_IN_FAILED_REPLY));
            case PROVISION_GROUP -> List.of(registration(MessageType.GROUP_PROVISIONED_REPLY));
            case REPORT_SIGN_IN ->
                List.of(
                        registration(MessageType.NOTHING_TO_DO_REPLY),
                        registration(MessageType.REGISTRATION_REQUIRED_REPLY));
            case SKIP_REGISTRATION ->
                List.of(
                        registration(MessageType.REGISTRATION_SKIPPED_REPLY),
                        registration(MessageType.NOTHING_TO_DO_REPLY));
            case CONFIRM_METHODS -> List.of(registration(MessageType.METHODS_CONFIRMED_REPLY));
            case CHANGE_POLICY ->
                List.of(registration(MessageType.POLICY_CHANGED_REPLY), registration(MessageType.POLICY_REFUSED_REPLY));
            case CHECK_PASSWORD -> List.of(reset(MessageType.PASSWORD_CHECKED_REPLY));
            default -> throw new IllegalArgumentException(request + " has no final replies yet: add them here");
        };
    }

    private static FinalReply registration(MessageType type) {
        return new FinalReply(type, Service.REGISTRATION);
    }

    private static FinalReply reset(MessageType type) {
        return new FinalReply(type, Service.RESET);
    }
}
