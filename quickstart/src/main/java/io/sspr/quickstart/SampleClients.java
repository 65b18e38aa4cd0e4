package io.sspr.quickstart;

import static io.sspr.contract.MessageType.CANCEL_RESET;
import static io.sspr.contract.MessageType.CHANGE_PASSWORD;
import static io.sspr.contract.MessageType.CHOOSE_METHOD;
import static io.sspr.contract.MessageType.IMPORT_CREDENTIAL;
import static io.sspr.contract.MessageType.PROVISION_ACCOUNT;
import static io.sspr.contract.MessageType.REGISTER_METHOD;
import static io.sspr.contract.MessageType.REQUEST_RESET;
import static io.sspr.contract.MessageType.RESEND_CODE;
import static io.sspr.contract.MessageType.SIGN_IN;
import static io.sspr.contract.MessageType.SUBMIT_NEW_PASSWORD;
import static io.sspr.contract.MessageType.SUBMIT_PROOF;

import io.sspr.contract.Client;
import java.util.List;
import java.util.Set;

/** The clients of the quick start: a front end for people, and the directory that provisions them. */
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
                    CHANGE_PASSWORD));

    /** The provisioning feed. */
    public static final Client DIRECTORY = new Client("directory", Set.of(PROVISION_ACCOUNT, IMPORT_CREDENTIAL));

    /** Both. */
    public static final List<Client> ALL = List.of(PORTAL, DIRECTORY);

    private SampleClients() {}
}
