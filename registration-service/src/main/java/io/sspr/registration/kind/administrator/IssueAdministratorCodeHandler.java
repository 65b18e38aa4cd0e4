package io.sspr.registration.kind.administrator;

import io.sspr.contract.MessageType;
import io.sspr.contract.MethodKind;
import io.sspr.contract.Purpose;
import io.sspr.contract.Service;
import io.sspr.contract.event.AdministratorCodeIssued;
import io.sspr.contract.internal.DeliverCode;
import io.sspr.contract.internal.IssueAdministratorCode;
import io.sspr.contract.secret.CodeLetter;
import io.sspr.messaging.Handler;
import io.sspr.messaging.Prepared;
import io.sspr.messaging.Received;
import io.sspr.messaging.Work;
import io.sspr.registration.account.Accounts;
import io.sspr.registration.account.KnownAccount;
import io.sspr.registration.kind.Codes;
import io.sspr.registration.kind.Kind;
import io.sspr.registration.method.AccountMethods;
import io.sspr.registration.method.Methods;
import io.sspr.registration.method.RegisteredMethod;
import io.sspr.registration.method.Serving;
import io.sspr.registration.policy.Policies;
import io.sspr.registration.protection.NotificationSeal;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Makes the code that an administrator asked for, in place of an earlier one, and sends it to a verified address. */
@Component
class IssueAdministratorCodeHandler implements Handler<IssueAdministratorCode, UUID> {

    private static final SecureRandom RANDOM = new SecureRandom();

    /** A kind that reaches people, and how long a code that is sent so may live. */
    private record Channel(MethodKind kind, Duration longest) {}

    private final Accounts accounts;
    private final Methods methods;
    private final AdministratorKind kind;
    private final List<Channel> channels;
    private final Policies policies;
    private final NotificationSeal seal;

    IssueAdministratorCodeHandler(
            Accounts accounts,
            Methods methods,
            AdministratorKind kind,
            List<Kind> kinds,
            Policies policies,
            NotificationSeal seal) {
        this.accounts = accounts;
        this.methods = methods;
        this.kind = kind;
        this.channels = channels(kinds);
        this.policies = policies;
        this.seal = seal;
    }

    @Override
    public Class<IssueAdministratorCode> handles() {
        return IssueAdministratorCode.class;
    }

    @Override
    public Prepared<UUID> prepare(Received<IssueAdministratorCode> message) {
        return Prepared.facts(message.message().accountId());
    }

    @Override
    public List<String> locks(Received<IssueAdministratorCode> message, UUID accountId) {
        return List.of(KnownAccount.lock(accountId));
    }

    @Override
    public void handle(Received<IssueAdministratorCode> message, UUID accountId, Work work) {
        IssueAdministratorCode asked = message.message();
        AccountMethods ofAccount = methods.of(accountId);
        ofAccount.methods().stream()
                .filter(method -> method.kind() == kind.kind())
                .forEach(earlier -> methods.remove(earlier.methodId()));
        Optional<KnownAccount> account = accounts.find(accountId);
        if (account.isEmpty() || !work.now().isBefore(asked.expiresAt())) return;
        Serving serving = new Serving(policies.inForce().methodRules().importedCount(), work.now());
        for (Channel channel : channels) {
            Optional<RegisteredMethod> reached =
                    ofAccount.serving(channel.kind(), Purpose.ADMINISTRATOR_RESET, serving);
            if (reached.isPresent()) {
                send(asked, account.get(), reached.get(), channel, work);
                return;
            }
        }
        work.publish(new AdministratorCodeIssued(accountId, asked.administratorId(), null, asked.expiresAt()));
    }

    /** First the one that leaves the person the most time. */
    private static List<Channel> channels(List<Kind> kinds) {
        return kinds.stream()
                .flatMap(kind -> kind.longestCodeLife().map(life -> new Channel(kind.kind(), life)).stream())
                .sorted(Comparator.comparing(Channel::longest).reversed())
                .toList();
    }

    private void send(
            IssueAdministratorCode asked, KnownAccount account, RegisteredMethod to, Channel channel, Work work) {
        Instant longest = work.now().plus(channel.longest());
        Instant end = longest.isBefore(asked.expiresAt()) ? longest : asked.expiresAt();
        String code = Codes.generate(kind.kind().digits(), RANDOM);
        RegisteredMethod issued =
                kind.ofCode(UUID.randomUUID(), account.accountId(), code).usableUntil(end);
        methods.add(issued, work.now());
        UUID messageId = work.newId();
        CodeLetter letter = new CodeLetter(to.address(), code);
        work.publish(new AdministratorCodeIssued(account.accountId(), asked.administratorId(), to.kind(), end));
        work.send(
                messageId,
                new DeliverCode(
                        UUID.randomUUID(),
                        issued.methodId(),
                        account.accountId(),
                        to.kind(),
                        Purpose.ADMINISTRATOR_RESET,
                        // No client asked for it, a service did.
                        Service.RESET.principal(),
                        account.entry().locale(),
                        end,
                        seal.seal(letter, MessageType.DELIVER_CODE, messageId, work.now())));
    }
}
