package io.sspr.registration.method;

import io.sspr.contract.MessageType;
import io.sspr.contract.event.MethodLocked;
import io.sspr.contract.event.MethodRegistered;
import io.sspr.contract.seal.Sealed;
import io.sspr.contract.secret.ContactAddress;
import io.sspr.contract.state.Method;
import io.sspr.contract.state.MethodStatus;
import io.sspr.messaging.Work;
import io.sspr.registration.protection.NotificationSeal;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Changes methods and tells the other services. */
@Component
public class MethodStates {

    private final Methods methods;
    private final NotificationSeal seal;

    MethodStates(Methods methods, NotificationSeal seal) {
        this.methods = methods;
        this.seal = seal;
    }

    /** A new one counts from now on; what it replaces is gone. */
    public void register(RegisteredMethod added, AccountMethods before, Work work) {
        for (RegisteredMethod replaced : before.replacedBy(added)) {
            methods.remove(replaced.methodId());
            publish(replaced.with(MethodStatus.REMOVED), work);
        }
        methods.add(added, work.now());
        work.publish(new MethodRegistered(added.methodId(), added.accountId(), added.kind(), null));
        publish(added, work);
    }

    /** It proves nothing any more and must be registered anew (RL-01). */
    public void lock(RegisteredMethod method, Work work) {
        methods.lock(method.methodId());
        work.publish(new MethodLocked(method.methodId(), method.accountId(), method.kind()));
        publish(method.with(MethodStatus.LOCKED), work);
    }

    private void publish(RegisteredMethod method, Work work) {
        UUID messageId = work.newId();
        work.publish(
                messageId,
                new Method(
                        method.methodId(),
                        method.accountId(),
                        method.kind(),
                        method.status(),
                        sealedAddress(method, messageId, work)));
    }

    private @Nullable Sealed sealedAddress(RegisteredMethod method, UUID messageId, Work work) {
        String address = method.address();
        // A removed one is remembered, its address is not.
        return address == null || method.status() == MethodStatus.REMOVED
                ? null
                : seal.seal(new ContactAddress(address), MessageType.METHOD, messageId, work.now());
    }
}
