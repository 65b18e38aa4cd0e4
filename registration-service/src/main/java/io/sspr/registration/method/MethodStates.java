package io.sspr.registration.method;

import io.sspr.contract.MessageType;
import io.sspr.contract.Purpose;
import io.sspr.contract.event.DefaultMethodChosen;
import io.sspr.contract.event.MethodImported;
import io.sspr.contract.event.MethodLocked;
import io.sspr.contract.event.MethodRegistered;
import io.sspr.contract.event.MethodReleased;
import io.sspr.contract.event.MethodRemoved;
import io.sspr.contract.event.Removal;
import io.sspr.contract.seal.Sealed;
import io.sspr.contract.secret.ContactAddress;
import io.sspr.contract.secret.Origin;
import io.sspr.contract.state.Method;
import io.sspr.contract.state.MethodStatus;
import io.sspr.messaging.Work;
import io.sspr.registration.notice.MethodNotices;
import io.sspr.registration.protection.NotificationSeal;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Changes methods and tells the other services. */
@Component
public class MethodStates {

    private final Methods methods;
    private final NotificationSeal seal;
    private final MethodNotices notices;

    MethodStates(Methods methods, NotificationSeal seal, MethodNotices notices) {
        this.methods = methods;
        this.seal = seal;
        this.notices = notices;
    }

    /** A new one counts from now on, or from the end of its quarantine; what it replaces is gone. */
    public void register(RegisteredMethod added, List<RegisteredMethod> replaced, @Nullable Origin origin, Work work) {
        replaced.forEach(method -> drop(method, Removal.REPLACED, origin, work));
        // The place of the chosen one is taken too.
        boolean counts = added.status() == MethodStatus.VERIFIED;
        boolean preferred = counts && replaced.stream().anyMatch(RegisteredMethod::preferred);
        methods.add(preferred ? added.asPreferred() : added, work.now());
        notices.publish(
                new MethodRegistered(added.methodId(), added.accountId(), added.kind(), added.usableFrom()),
                origin,
                work);
        publish(added, work);
    }

    /** Provisioning told of it. */
    public void importNew(RegisteredMethod imported, Work work) {
        methods.add(imported, work.now());
        work.publish(new MethodImported(imported.methodId(), imported.accountId(), imported.kind()));
        publish(imported, work);
    }

    /** Provisioning named it at another place of its list. */
    public void rank(RegisteredMethod imported, int rank, Work work) {
        if (Integer.valueOf(rank).equals(imported.importRank())) return;
        methods.rank(imported.methodId(), rank);
        publish(imported.ranked(rank), work);
    }

    /** It proves nothing any more and must be registered anew (RL-01). */
    public void lock(RegisteredMethod method, @Nullable Origin origin, Work work) {
        notices.publish(new MethodLocked(method.methodId(), method.accountId(), method.kind()), origin, work);
        RegisteredMethod locked = MethodChange.LOCK.of(method);
        if (method.kind().isRegistered()) {
            methods.change(locked);
            publish(locked, work);
        } else {
            methods.remove(method.methodId());
        }
    }

    /** Of one that consists of codes: the last one was used, or there is one again. */
    public void supply(RegisteredMethod method, boolean usedUp, Work work) {
        publish(method, usedUp, work);
    }

    /** Its quarantine is over. */
    public void release(RegisteredMethod method, Work work) {
        RegisteredMethod released = MethodChange.RELEASE.of(method);
        methods.change(released);
        work.publish(new MethodReleased(method.methodId(), method.accountId(), method.kind()));
        publish(released, work);
    }

    /** It is the one of its kind from now on. */
    public void prefer(RegisteredMethod method, Work work) {
        methods.prefer(method);
        work.publish(new DefaultMethodChosen(method.methodId(), method.accountId(), method.kind()));
    }

    /** Its owner removed it; if it was the one of its kind, the oldest left takes its place. */
    public void remove(
            RegisteredMethod method, AccountMethods before, Serving serving, @Nullable Origin origin, Work work) {
        drop(method, Removal.OWNER, origin, work);
        boolean wasChosen = before.serving(method.kind(), Purpose.STEP_UP, serving)
                .filter(method::equals)
                .isPresent();
        if (wasChosen)
            before.allServing(Purpose.STEP_UP, serving)
                    .filter(other -> other.kind() == method.kind() && !other.equals(method))
                    .findFirst()
                    .ifPresent(next -> prefer(next, work));
    }

    /** It is gone, and not by anything that its owner did. */
    public void drop(RegisteredMethod method, Removal cause, Work work) {
        drop(method, cause, null, work);
    }

    private void drop(RegisteredMethod method, Removal cause, @Nullable Origin origin, Work work) {
        RegisteredMethod removed = MethodChange.REMOVE.of(method);
        methods.remove(method.methodId());
        // An administrator's code was never told of as a method.
        if (!method.kind().isRegistered()) return;
        notices.publish(new MethodRemoved(method.methodId(), method.accountId(), method.kind(), cause), origin, work);
        publish(removed, work);
    }

    private void publish(RegisteredMethod method, Work work) {
        publish(method, false, work);
    }

    private void publish(RegisteredMethod method, boolean usedUp, Work work) {
        UUID messageId = work.newId();
        work.publish(
                messageId,
                new Method(
                        method.methodId(),
                        method.accountId(),
                        method.kind(),
                        method.status(),
                        sealedAddress(method, messageId, work),
                        method.importRank(),
                        usedUp ? true : null));
    }

    private @Nullable Sealed sealedAddress(RegisteredMethod method, UUID messageId, Work work) {
        String address = method.address();
        // A removed one is remembered, its address is not.
        return address == null || method.status() == MethodStatus.REMOVED
                ? null
                : seal.seal(new ContactAddress(address), MessageType.METHOD, messageId, work.now());
    }
}
