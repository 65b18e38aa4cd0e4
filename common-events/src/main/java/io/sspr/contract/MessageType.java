package io.sspr.contract;

import io.sspr.contract.event.Event;
import io.sspr.contract.event.RegistrationDemanded;
import io.sspr.contract.event.ResetsBlocked;
import io.sspr.contract.internal.DeliverCode;
import io.sspr.contract.internal.DeliverMethodNotice;
import io.sspr.contract.internal.DeliverNotice;
import io.sspr.contract.internal.Internal;
import io.sspr.contract.internal.IssueAdministratorCode;
import io.sspr.contract.internal.StartVerification;
import io.sspr.contract.reply.GroupProvisioned;
import io.sspr.contract.reply.NotEligible;
import io.sspr.contract.reply.NothingToDo;
import io.sspr.contract.reply.PasswordChecked;
import io.sspr.contract.reply.PolicyRefused;
import io.sspr.contract.reply.RegistrationRequired;
import io.sspr.contract.reply.Reply;
import io.sspr.contract.request.CancelReset;
import io.sspr.contract.request.ChangePassword;
import io.sspr.contract.request.ChangePolicy;
import io.sspr.contract.request.CheckPassword;
import io.sspr.contract.request.ChooseDefaultMethod;
import io.sspr.contract.request.ChooseMethod;
import io.sspr.contract.request.CollectRecoveryCode;
import io.sspr.contract.request.ConfirmMethods;
import io.sspr.contract.request.ContactAdministrator;
import io.sspr.contract.request.DisputeReset;
import io.sspr.contract.request.ImportCredential;
import io.sspr.contract.request.ProvisionAccount;
import io.sspr.contract.request.ProvisionGroup;
import io.sspr.contract.request.RegisterMethod;
import io.sspr.contract.request.RemoveMethod;
import io.sspr.contract.request.ReportSignIn;
import io.sspr.contract.request.Request;
import io.sspr.contract.request.RequestReset;
import io.sspr.contract.request.RequestUnlock;
import io.sspr.contract.request.RequireReregistration;
import io.sspr.contract.request.ResendCode;
import io.sspr.contract.request.ShowMethods;
import io.sspr.contract.request.SignIn;
import io.sspr.contract.request.SkipRegistration;
import io.sspr.contract.request.StartResetFor;
import io.sspr.contract.request.StepUp;
import io.sspr.contract.request.SubmitNewPassword;
import io.sspr.contract.request.SubmitProof;
import io.sspr.contract.request.Unblock;
import io.sspr.contract.state.Account;
import io.sspr.contract.state.Group;
import io.sspr.contract.state.Identity;
import io.sspr.contract.state.Method;
import io.sspr.contract.state.Policy;
import io.sspr.contract.state.PublishedKeys;
import io.sspr.contract.state.State;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The table of all messages: the only place where a wire name stands. */
public enum MessageType {
    // requests: name, type, to, useful for, needs
    PROVISION_ACCOUNT(
            "sspr.request.provision-account.v1", ProvisionAccount.class, Service.REGISTRATION, null, Needs.GRANT),
    IMPORT_CREDENTIAL("sspr.request.import-credential.v1", ImportCredential.class, Service.RESET, null, Needs.GRANT),
    REGISTER_METHOD(
            "sspr.request.register-method.v1",
            RegisterMethod.class,
            Service.REGISTRATION,
            Usefulness.SIGNED_IN,
            Needs.PERSON),
    REQUEST_RESET(
            "sspr.request.request-reset.v1", RequestReset.class, Service.RESET, Usefulness.RESET_STEP, Needs.NOTHING),
    CHOOSE_METHOD(
            "sspr.request.choose-method.v1", ChooseMethod.class, Service.RESET, Usefulness.RESET_STEP, Needs.FLOW),
    SUBMIT_PROOF(
            "sspr.request.submit-proof.v1", SubmitProof.class, Service.REGISTRATION, Usefulness.RESET_STEP, Needs.FLOW),
    RESEND_CODE(
            "sspr.request.resend-code.v1", ResendCode.class, Service.REGISTRATION, Usefulness.RESET_STEP, Needs.FLOW),
    SUBMIT_NEW_PASSWORD(
            "sspr.request.submit-new-password.v1",
            SubmitNewPassword.class,
            Service.RESET,
            Usefulness.RESET_STEP,
            Needs.FLOW),
    CANCEL_RESET("sspr.request.cancel-reset.v1", CancelReset.class, Service.RESET, Usefulness.RESET_STEP, Needs.FLOW),
    SIGN_IN("sspr.request.sign-in.v1", SignIn.class, Service.RESET, Usefulness.SIGNED_IN, Needs.NOTHING),
    CHANGE_PASSWORD(
            "sspr.request.change-password.v1", ChangePassword.class, Service.RESET, Usefulness.SIGNED_IN, Needs.PERSON),
    SHOW_METHODS(
            "sspr.request.show-methods.v1",
            ShowMethods.class,
            Service.REGISTRATION,
            Usefulness.SIGNED_IN,
            Needs.PERSON),
    STEP_UP("sspr.request.step-up.v1", StepUp.class, Service.REGISTRATION, Usefulness.SIGNED_IN, Needs.PERSON),
    REMOVE_METHOD(
            "sspr.request.remove-method.v1",
            RemoveMethod.class,
            Service.REGISTRATION,
            Usefulness.SIGNED_IN,
            Needs.PERSON),
    CHOOSE_DEFAULT_METHOD(
            "sspr.request.choose-default-method.v1",
            ChooseDefaultMethod.class,
            Service.REGISTRATION,
            Usefulness.SIGNED_IN,
            Needs.PERSON),
    COLLECT_RECOVERY_CODE(
            "sspr.request.collect-recovery-code.v1",
            CollectRecoveryCode.class,
            Service.REGISTRATION,
            Usefulness.RESET_STEP,
            Needs.FLOW),
    REQUIRE_REREGISTRATION(
            "sspr.request.require-reregistration.v1",
            RequireReregistration.class,
            Service.REGISTRATION,
            Usefulness.SIGNED_IN,
            Needs.ADMINISTRATOR),
    REQUEST_UNLOCK(
            "sspr.request.request-unlock.v1", RequestUnlock.class, Service.RESET, Usefulness.RESET_STEP, Needs.NOTHING),
    CONTACT_ADMINISTRATOR(
            "sspr.request.contact-administrator.v1",
            ContactAdministrator.class,
            Service.RESET,
            Usefulness.RESET_STEP,
            Needs.FLOW),
    START_RESET_FOR(
            "sspr.request.start-reset-for.v1",
            StartResetFor.class,
            Service.RESET,
            Usefulness.SIGNED_IN,
            Needs.ADMINISTRATOR),
    UNBLOCK("sspr.request.unblock.v1", Unblock.class, Service.RESET, Usefulness.SIGNED_IN, Needs.ADMINISTRATOR),
    DISPUTE_RESET(
            "sspr.request.dispute-reset.v1", DisputeReset.class, Service.RESET, Usefulness.RESET_STEP, Needs.NOTHING),
    PROVISION_GROUP("sspr.request.provision-group.v1", ProvisionGroup.class, Service.REGISTRATION, null, Needs.GRANT),
    REPORT_SIGN_IN(
            "sspr.request.report-sign-in.v1",
            ReportSignIn.class,
            Service.REGISTRATION,
            Usefulness.SIGNED_IN,
            Needs.GRANT),
    SKIP_REGISTRATION(
            "sspr.request.skip-registration.v1",
            SkipRegistration.class,
            Service.REGISTRATION,
            Usefulness.SIGNED_IN,
            Needs.GRANT),
    CONFIRM_METHODS(
            "sspr.request.confirm-methods.v1",
            ConfirmMethods.class,
            Service.REGISTRATION,
            Usefulness.SIGNED_IN,
            Needs.PERSON),
    CHANGE_POLICY(
            "sspr.request.change-policy.v1",
            ChangePolicy.class,
            Service.REGISTRATION,
            Usefulness.SIGNED_IN,
            Needs.ADMINISTRATOR),
    CHECK_PASSWORD(
            "sspr.request.check-password.v1",
            CheckPassword.class,
            Service.RESET,
            Usefulness.RESET_STEP,
            Needs.MAYBE_PERSON),

    // replies
    ACCOUNT_PROVISIONED_REPLY("sspr.reply.account-provisioned.v1", io.sspr.contract.reply.AccountProvisioned.class),
    CREDENTIAL_IMPORTED_REPLY("sspr.reply.credential-imported.v1", io.sspr.contract.reply.CredentialImported.class),
    METHODS_OFFERED_REPLY("sspr.reply.methods-offered.v1", io.sspr.contract.reply.MethodsOffered.class),
    CHALLENGE_READY_REPLY("sspr.reply.challenge-ready.v1", io.sspr.contract.reply.ChallengeReady.class),
    PROOF_REJECTED_REPLY("sspr.reply.proof-rejected.v1", io.sspr.contract.reply.ProofRejected.class),
    METHOD_REGISTERED_REPLY("sspr.reply.method-registered.v1", io.sspr.contract.reply.MethodRegistered.class),
    GATE_PASSED_REPLY("sspr.reply.gate-passed.v1", io.sspr.contract.reply.GatePassed.class),
    RESET_AUTHORIZED_REPLY("sspr.reply.reset-authorized.v1", io.sspr.contract.reply.ResetAuthorized.class),
    PASSWORD_REFUSED_REPLY("sspr.reply.password-refused.v1", io.sspr.contract.reply.PasswordRefused.class),
    PASSWORD_SET_REPLY("sspr.reply.password-set.v1", io.sspr.contract.reply.PasswordSet.class),
    RESET_CANCELLED_REPLY("sspr.reply.reset-cancelled.v1", io.sspr.contract.reply.ResetCancelled.class),
    SIGNED_IN_REPLY("sspr.reply.signed-in.v1", io.sspr.contract.reply.SignedIn.class),
    SIGN_IN_FAILED_REPLY("sspr.reply.sign-in-failed.v1", io.sspr.contract.reply.SignInFailed.class),
    REQUEST_REFUSED_REPLY("sspr.reply.request-refused.v1", io.sspr.contract.reply.RequestRefused.class),
    REQUEST_EXPIRED_REPLY("sspr.reply.request-expired.v1", io.sspr.contract.reply.RequestExpired.class),
    METHODS_SHOWN_REPLY("sspr.reply.methods-shown.v1", io.sspr.contract.reply.MethodsShown.class),
    STEP_UP_PASSED_REPLY("sspr.reply.step-up-passed.v1", io.sspr.contract.reply.StepUpPassed.class),
    METHOD_REMOVED_REPLY("sspr.reply.method-removed.v1", io.sspr.contract.reply.MethodRemoved.class),
    DEFAULT_METHOD_CHOSEN_REPLY(
            "sspr.reply.default-method-chosen.v1", io.sspr.contract.reply.DefaultMethodChosen.class),
    RECOVERY_CODES_READY_REPLY("sspr.reply.recovery-codes-ready.v1", io.sspr.contract.reply.RecoveryCodesReady.class),
    REREGISTRATION_REQUIRED_REPLY(
            "sspr.reply.reregistration-required.v1", io.sspr.contract.reply.ReregistrationRequired.class),
    ACCOUNT_UNLOCKED_REPLY("sspr.reply.account-unlocked.v1", io.sspr.contract.reply.AccountUnlocked.class),
    ADMINISTRATOR_CONTACTED_REPLY(
            "sspr.reply.administrator-contacted.v1", io.sspr.contract.reply.AdministratorContacted.class),
    RESET_STARTED_REPLY("sspr.reply.reset-started.v1", io.sspr.contract.reply.ResetStarted.class),
    UNBLOCKED_REPLY("sspr.reply.unblocked.v1", io.sspr.contract.reply.Unblocked.class),
    RESET_DISPUTED_REPLY("sspr.reply.reset-disputed.v1", io.sspr.contract.reply.ResetDisputed.class),
    GROUP_PROVISIONED_REPLY("sspr.reply.group-provisioned.v1", GroupProvisioned.class),
    NOTHING_TO_DO_REPLY("sspr.reply.nothing-to-do.v1", NothingToDo.class),
    REGISTRATION_REQUIRED_REPLY("sspr.reply.registration-required.v1", RegistrationRequired.class),
    REGISTRATION_SKIPPED_REPLY("sspr.reply.registration-skipped.v1", io.sspr.contract.reply.RegistrationSkipped.class),
    METHODS_CONFIRMED_REPLY("sspr.reply.methods-confirmed.v1", io.sspr.contract.reply.MethodsConfirmed.class),
    POLICY_CHANGED_REPLY("sspr.reply.policy-changed.v1", io.sspr.contract.reply.PolicyChanged.class),
    POLICY_REFUSED_REPLY("sspr.reply.policy-refused.v1", PolicyRefused.class),
    PASSWORD_CHECKED_REPLY("sspr.reply.password-checked.v1", PasswordChecked.class),
    NOT_ELIGIBLE_REPLY("sspr.reply.not-eligible.v1", NotEligible.class),

    // internal: name, type, to
    START_VERIFICATION(
            "sspr.internal.start-verification.v1", StartVerification.class, Topics.internal(Service.REGISTRATION)),
    DELIVER_CODE("sspr.internal.deliver-code.v1", DeliverCode.class, Topics.internal(Service.NOTIFICATION)),
    DELIVER_NOTICE("sspr.internal.deliver-notice.v1", DeliverNotice.class, Topics.NOTICES),
    DELIVER_METHOD_NOTICE(
            "sspr.internal.deliver-method-notice.v1", DeliverMethodNotice.class, Topics.internal(Service.NOTIFICATION)),
    ISSUE_ADMINISTRATOR_CODE(
            "sspr.internal.issue-administrator-code.v1",
            IssueAdministratorCode.class,
            Topics.internal(Service.REGISTRATION)),

    // events: name, type, on; those without a topic go to the events of the service that writes them
    ACCOUNT_REGISTERED(
            "sspr.account.registered.v1",
            io.sspr.contract.event.AccountRegistered.class,
            Topics.events(Service.REGISTRATION)),
    CODE_ISSUED("sspr.code.issued.v1", io.sspr.contract.event.CodeIssued.class, Topics.events(Service.REGISTRATION)),
    CODE_AWAITED("sspr.code.awaited.v1", io.sspr.contract.event.CodeAwaited.class, Topics.events(Service.REGISTRATION)),
    CODE_VERIFIED(
            "sspr.code.verified.v1", io.sspr.contract.event.CodeVerified.class, Topics.events(Service.REGISTRATION)),
    CODE_REJECTED(
            "sspr.code.rejected.v1", io.sspr.contract.event.CodeRejected.class, Topics.events(Service.REGISTRATION)),
    VERIFICATION_ENDED(
            "sspr.verification.ended.v1",
            io.sspr.contract.event.VerificationEnded.class,
            Topics.events(Service.REGISTRATION)),
    METHOD_REGISTERED(
            "sspr.method.registered.v1",
            io.sspr.contract.event.MethodRegistered.class,
            Topics.events(Service.REGISTRATION)),
    METHOD_LOCKED(
            "sspr.method.locked.v1", io.sspr.contract.event.MethodLocked.class, Topics.events(Service.REGISTRATION)),
    METHOD_IMPORTED(
            "sspr.method.imported.v1",
            io.sspr.contract.event.MethodImported.class,
            Topics.events(Service.REGISTRATION)),
    METHOD_RELEASED(
            "sspr.method.released.v1",
            io.sspr.contract.event.MethodReleased.class,
            Topics.events(Service.REGISTRATION)),
    METHOD_REMOVED(
            "sspr.method.removed.v1", io.sspr.contract.event.MethodRemoved.class, Topics.events(Service.REGISTRATION)),
    DEFAULT_METHOD_CHOSEN(
            "sspr.method.default-chosen.v1",
            io.sspr.contract.event.DefaultMethodChosen.class,
            Topics.events(Service.REGISTRATION)),
    RECOVERY_CODES_ISSUED(
            "sspr.recovery-codes.issued.v1",
            io.sspr.contract.event.RecoveryCodesIssued.class,
            Topics.events(Service.REGISTRATION)),
    RECOVERY_CODE_USED(
            "sspr.recovery-code.used.v1",
            io.sspr.contract.event.RecoveryCodeUsed.class,
            Topics.events(Service.REGISTRATION)),
    REREGISTRATION_REQUIRED(
            "sspr.account.reregistration-required.v1",
            io.sspr.contract.event.ReregistrationRequired.class,
            Topics.events(Service.REGISTRATION)),
    ADMINISTRATOR_CODE_ISSUED(
            "sspr.administrator-code.issued.v1",
            io.sspr.contract.event.AdministratorCodeIssued.class,
            Topics.events(Service.REGISTRATION)),
    POLICY_CHANGED(
            "sspr.policy.changed.v1", io.sspr.contract.event.PolicyChanged.class, Topics.events(Service.REGISTRATION)),
    REGISTRATION_DEMANDED(
            "sspr.registration.demanded.v1", RegistrationDemanded.class, Topics.events(Service.REGISTRATION)),
    REGISTRATION_SKIPPED(
            "sspr.registration.skipped.v1",
            io.sspr.contract.event.RegistrationSkipped.class,
            Topics.events(Service.REGISTRATION)),
    METHODS_CONFIRMED(
            "sspr.methods.confirmed.v1",
            io.sspr.contract.event.MethodsConfirmed.class,
            Topics.events(Service.REGISTRATION)),
    RESETS_BLOCKED("sspr.resets.blocked.v1", ResetsBlocked.class, Topics.events(Service.REGISTRATION)),
    RESET_REQUESTED(
            "sspr.reset.requested.v1", io.sspr.contract.event.ResetRequested.class, Topics.events(Service.RESET)),
    VERIFICATION_REQUESTED(
            "sspr.verification.requested.v1",
            io.sspr.contract.event.VerificationRequested.class,
            Topics.events(Service.RESET)),
    GATE_PASSED("sspr.reset.gate-passed.v1", io.sspr.contract.event.GatePassed.class, Topics.events(Service.RESET)),
    RESET_AUTHORIZED(
            "sspr.reset.authorized.v1", io.sspr.contract.event.ResetAuthorized.class, Topics.events(Service.RESET)),
    RESET_CANCELLED(
            "sspr.reset.cancelled.v1", io.sspr.contract.event.ResetCancelled.class, Topics.events(Service.RESET)),
    RESET_EXPIRED("sspr.reset.expired.v1", io.sspr.contract.event.ResetExpired.class, Topics.events(Service.RESET)),
    PASSWORD_REFUSED(
            "sspr.password.refused.v1", io.sspr.contract.event.PasswordRefused.class, Topics.events(Service.RESET)),
    PASSWORD_CHANGED("sspr.password.changed.v1", io.sspr.contract.event.PasswordChanged.class, Topics.PASSWORD_EVENTS),
    SIGNED_IN("sspr.sign-in.succeeded.v1", io.sspr.contract.event.SignedIn.class, Topics.events(Service.RESET)),
    SIGN_IN_FAILED("sspr.sign-in.failed.v1", io.sspr.contract.event.SignInFailed.class, Topics.events(Service.RESET)),
    SIGN_IN_LOCKED("sspr.sign-in.locked.v1", io.sspr.contract.event.SignInLocked.class, Topics.events(Service.RESET)),
    UNLOCK_REQUESTED(
            "sspr.unlock.requested.v1", io.sspr.contract.event.UnlockRequested.class, Topics.events(Service.RESET)),
    ACCOUNT_UNLOCKED(
            "sspr.account.unlocked.v1", io.sspr.contract.event.AccountUnlocked.class, Topics.events(Service.RESET)),
    ADMINISTRATOR_CONTACTED(
            "sspr.administrator.contacted.v1",
            io.sspr.contract.event.AdministratorContacted.class,
            Topics.events(Service.RESET)),
    ADMINISTRATOR_RESET_STARTED(
            "sspr.reset.administrator-started.v1",
            io.sspr.contract.event.AdministratorResetStarted.class,
            Topics.events(Service.RESET)),
    ACCOUNT_UNBLOCKED(
            "sspr.account.unblocked.v1", io.sspr.contract.event.AccountUnblocked.class, Topics.events(Service.RESET)),
    RESET_DISPUTED("sspr.reset.disputed.v1", io.sspr.contract.event.ResetDisputed.class, Topics.PASSWORD_EVENTS),
    CODE_DELIVERED(
            "sspr.code.delivered.v1", io.sspr.contract.event.CodeDelivered.class, Topics.events(Service.NOTIFICATION)),
    NOTICE_DELIVERED(
            "sspr.notice.delivered.v1",
            io.sspr.contract.event.NoticeDelivered.class,
            Topics.events(Service.NOTIFICATION)),
    DELIVERY_FAILED(
            "sspr.delivery.failed.v1",
            io.sspr.contract.event.DeliveryFailed.class,
            Topics.events(Service.NOTIFICATION)),
    REQUESTS_REFUSED("sspr.requests.refused.v1", io.sspr.contract.event.RequestsRefused.class),

    // state: name, type, on; each service has a topic for its keys
    ACCOUNT("sspr.state.account.v1", Account.class, Topics.ACCOUNTS),
    IDENTITY("sspr.state.identity.v1", Identity.class, Topics.IDENTITIES),
    METHOD("sspr.state.method.v1", Method.class, Topics.METHODS),
    POLICY("sspr.state.policy.v1", Policy.class, Topics.POLICY),
    GROUP("sspr.state.group.v1", Group.class, Topics.GROUPS),
    PUBLISHED_KEYS("sspr.state.published-keys.v1", PublishedKeys.class);

    /** What a request must bring besides itself. */
    public enum Needs {
        /** Nothing; anybody may ask. */
        NOTHING,
        /** The client's permission by configuration. */
        GRANT,
        /** The secret of the flow it goes on with. */
        FLOW,
        /** The header {@code assertion}: a trusted client's word on who is signed in. */
        PERSON,
        /** The same of an administrator, who signed in with two factors. */
        ADMINISTRATOR,
        /** Nothing; but the header {@code assertion}, where there is one, must be right. */
        MAYBE_PERSON
    }

    private static final Map<String, MessageType> BY_WIRE_NAME =
            Arrays.stream(values()).collect(Collectors.toUnmodifiableMap(MessageType::wireName, Function.identity()));
    private static final Map<Class<? extends Message>, MessageType> BY_CLASS =
            Arrays.stream(values()).collect(Collectors.toUnmodifiableMap(MessageType::type, Function.identity()));

    private final String wireName;
    private final Class<? extends Message> type;
    private final @Nullable String topic;
    private final @Nullable Service receiver;
    private final @Nullable Duration usefulFor;
    private final @Nullable Needs needs;

    MessageType(
            String name, Class<? extends Request> type, Service receiver, @Nullable Duration usefulFor, Needs needs) {
        this(name, type, null, receiver, usefulFor, needs);
    }

    MessageType(String name, Class<? extends Message> type, @Nullable String topic) {
        this(name, type, topic, null, null, null);
    }

    MessageType(String name, Class<? extends Message> type) {
        this(name, type, null, null, null, null);
    }

    MessageType(
            String wireName,
            Class<? extends Message> type,
            @Nullable String topic,
            @Nullable Service receiver,
            @Nullable Duration usefulFor,
            @Nullable Needs needs) {
        this.wireName = wireName;
        this.type = type;
        this.topic = topic;
        this.receiver = receiver;
        this.usefulFor = usefulFor;
        this.needs = needs;
    }

    /** The type of a message. */
    public static MessageType of(Message message) {
        MessageType found = BY_CLASS.get(message.getClass());
        if (found == null) throw new IllegalArgumentException("not in the contract: " + message.getClass());
        return found;
    }

    /** The type of that wire name, if the contract has it. */
    public static Optional<MessageType> named(String wireName) {
        return Optional.ofNullable(BY_WIRE_NAME.get(wireName));
    }

    /** {@code ce_type}. */
    public String wireName() {
        return wireName;
    }

    /** The record that it is read into. */
    public Class<? extends Message> type() {
        return type;
    }

    /** The one topic it is written to; requests, replies, keys and tallies have one for each client or service. */
    public Optional<String> topic() {
        return Optional.ofNullable(topic);
    }

    /** Of a request: the service that takes it. */
    public Service receiver() {
        if (receiver == null) throw new IllegalStateException(wireName + " is no request");
        return receiver;
    }

    /** Of a request: how long after the broker appended it it may still have an effect; empty for ever. */
    public Optional<Duration> usefulFor() {
        return Optional.ofNullable(usefulFor);
    }

    /** Of a request: what it must bring. */
    public Needs needs() {
        if (needs == null) throw new IllegalStateException(wireName + " is no request");
        return needs;
    }

    /** Of a request: whether it may bring a trusted client's word on who is signed in. */
    public boolean takesAssertion() {
        return needsAssertion() || needs == Needs.MAYBE_PERSON;
    }

    /** Of a request: whether it must bring a trusted client's word on who is signed in. */
    public boolean needsAssertion() {
        return needs == Needs.PERSON || needs == Needs.ADMINISTRATOR;
    }

    /** Whether clients send it. */
    public boolean isRequest() {
        return Request.class.isAssignableFrom(type);
    }

    /** Whether services answer clients with it. */
    public boolean isReply() {
        return Reply.class.isAssignableFrom(type);
    }

    /** Whether one service tells another. */
    public boolean isInternal() {
        return Internal.class.isAssignableFrom(type);
    }

    /** Whether it is kept for ever. */
    public boolean isEvent() {
        return Event.class.isAssignableFrom(type);
    }

    /** Whether it is the current fact of a key. */
    public boolean isState() {
        return State.class.isAssignableFrom(type);
    }

    private static final class Usefulness {
        static final Duration RESET_STEP = Duration.ofMinutes(15);
        static final Duration SIGNED_IN = Duration.ofMinutes(5);
    }
}
