package io.sspr.quickstart;

import static io.sspr.contract.MessageType.CANCEL_RESET;
import static io.sspr.contract.MessageType.CHANGE_PASSWORD;
import static io.sspr.contract.MessageType.CHANGE_POLICY;
import static io.sspr.contract.MessageType.CHECK_PASSWORD;
import static io.sspr.contract.MessageType.CHOOSE_DEFAULT_METHOD;
import static io.sspr.contract.MessageType.CHOOSE_METHOD;
import static io.sspr.contract.MessageType.COLLECT_RECOVERY_CODE;
import static io.sspr.contract.MessageType.CONFIRM_METHODS;
import static io.sspr.contract.MessageType.CONTACT_ADMINISTRATOR;
import static io.sspr.contract.MessageType.DISPUTE_RESET;
import static io.sspr.contract.MessageType.IMPORT_CREDENTIAL;
import static io.sspr.contract.MessageType.PROVISION_ACCOUNT;
import static io.sspr.contract.MessageType.PROVISION_GROUP;
import static io.sspr.contract.MessageType.REGISTER_METHOD;
import static io.sspr.contract.MessageType.REMOVE_METHOD;
import static io.sspr.contract.MessageType.REPORT_SIGN_IN;
import static io.sspr.contract.MessageType.REQUEST_RESET;
import static io.sspr.contract.MessageType.REQUEST_UNLOCK;
import static io.sspr.contract.MessageType.REQUIRE_REREGISTRATION;
import static io.sspr.contract.MessageType.RESEND_CODE;
import static io.sspr.contract.MessageType.SHOW_METHODS;
import static io.sspr.contract.MessageType.SIGN_IN;
import static io.sspr.contract.MessageType.SKIP_REGISTRATION;
import static io.sspr.contract.MessageType.START_RESET_FOR;
import static io.sspr.contract.MessageType.STEP_UP;
import static io.sspr.contract.MessageType.SUBMIT_NEW_PASSWORD;
import static io.sspr.contract.MessageType.SUBMIT_PROOF;
import static io.sspr.contract.MessageType.UNBLOCK;

import io.sspr.contract.Client;
import java.util.List;
import java.util.Set;

/** The clients of the quick start: a front end for people, a console for administrators, and the directory that provisions both. */
public final class SampleClients {

    /** The front end. */
    public static final Client PORTAL = new Client(
            "portal",
            Set.of(
                    REGISTER_METHOD,
                    REQUEST_RESET,
                    CHOOSE_METHOD,
                    SUBMIT_PROOF,
                    RESEND_CODE,
                    SUBMIT_NEW_PASSWORD,
                    CANCEL_RESET,
                    SIGN_IN,
                    CHANGE_PASSWORD,
                    SHOW_METHODS,
                    STEP_UP,
                    REMOVE_METHOD,
                    CHOOSE_DEFAULT_METHOD,
                    COLLECT_RECOVERY_CODE,
                    REQUEST_UNLOCK,
                    CONTACT_ADMINISTRATOR,
                    DISPUTE_RESET,
                    REPORT_SIGN_IN,
                    SKIP_REGISTRATION,
                    CONFIRM_METHODS,
                    CHECK_PASSWORD));

    /** The provisioning feed. */
    public static final Client DIRECTORY =
            new Client("directory", Set.of(PROVISION_ACCOUNT, PROVISION_GROUP, IMPORT_CREDENTIAL));

    /** What administrators sign in to. */
    public static final Client CONSOLE =
            new Client("console", Set.of(SIGN_IN, START_RESET_FOR, UNBLOCK, REQUIRE_REREGISTRATION, CHANGE_POLICY));

    /** All of them. */
    public static final List<Client> ALL = List.of(PORTAL, DIRECTORY, CONSOLE);

    private SampleClients() {}
}
