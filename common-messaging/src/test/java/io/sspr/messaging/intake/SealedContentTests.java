package io.sspr.messaging.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sspr.contract.ContractJson;
import io.sspr.contract.Envelope;
import io.sspr.contract.Message;
import io.sspr.contract.MessageType;
import io.sspr.contract.MethodKind;
import io.sspr.contract.Refusal;
import io.sspr.contract.seal.AssertionRejected;
import io.sspr.contract.seal.CannotOpen;
import io.sspr.contract.seal.KeyMaterial;
import io.sspr.contract.seal.SealContext;
import io.sspr.contract.secret.ContactAddress;
import io.sspr.contract.state.Method;
import io.sspr.contract.state.MethodStatus;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SealedContentTests {

    private static final String READER = "notification-service";
    private static final ContactAddress ADDRESS = new ContactAddress("alice@example.org");

    @TempDir
    private Path directory;

    @Test
    void opensWhatAnotherServiceSealedForThisMessage() throws Exception {
        KeyMaterial keys = new KeyMaterial(directory, Clock.systemUTC()).generate(List.of());
        SealedContent content = new SealedContent(keys.opener(READER), READER);
        UUID id = UUID.randomUUID();
        SealContext context = new SealContext(READER, MessageType.METHOD.wireName(), id, null);
        Method method = new Method(
                UUID.randomUUID(),
                UUID.randomUUID(),
                MethodKind.EMAIL,
                MethodStatus.VERIFIED,
                keys.pairwise("registration-service", READER)
                        .seal(ContractJson.write(ADDRESS), context, Instant.now()));

        assertThat(content.of(envelope(id, method))).isEqualTo(ADDRESS);
        assertThatThrownBy(() -> content.of(envelope(UUID.randomUUID(), method)))
                .isInstanceOf(CannotOpen.class);
    }

    @Test
    void findsNothingWhereThereIsNoSeal() throws Exception {
        KeyMaterial keys = new KeyMaterial(directory, Clock.systemUTC()).generate(List.of());
        SealedContent content = new SealedContent(keys.opener(READER), READER);
        Method method = new Method(UUID.randomUUID(), UUID.randomUUID(), MethodKind.EMAIL, MethodStatus.REMOVED, null);
        assertThat(content.of(envelope(UUID.randomUUID(), method))).isNull();
    }

    @Test
    void tellsTheClientWhatIsWrongWithItsSealOrAssertion() {
        assertThat(Arrays.stream(CannotOpen.Reason.values()).map(SealedContent::refusal))
                .allMatch(refusal -> refusal.name().startsWith("SEAL_"));
        assertThat(Arrays.stream(AssertionRejected.Reason.values()).map(SignedInPerson::refusal))
                .allMatch(refusal -> refusal.name().startsWith("ASSERTION_"));
        assertThat(SignedInPerson.refusal(AssertionRejected.Reason.EXPIRED)).isEqualTo(Refusal.ASSERTION_EXPIRED);
    }

    private static Envelope<Message> envelope(UUID id, Method method) {
        return Envelope.request(id, "registration-service", Instant.now(), method);
    }
}
