package io.sspr.messaging.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sspr.contract.ContractJson;
import io.sspr.contract.Envelope;
import io.sspr.contract.Message;
import io.sspr.contract.MessageType;
import io.sspr.contract.MethodKind;
import io.sspr.contract.Refusal;
import io.sspr.contract.Undecodable;
import io.sspr.contract.request.SignIn;
import io.sspr.contract.seal.AssertionRejected;
import io.sspr.contract.seal.CannotOpen;
import io.sspr.contract.seal.KeyMaterial;
import io.sspr.contract.seal.SealContext;
import io.sspr.contract.seal.Sealed;
import io.sspr.contract.seal.Sealer;
import io.sspr.contract.secret.ContactAddress;
import io.sspr.contract.secret.Origin;
import io.sspr.contract.secret.Secret;
import io.sspr.contract.secret.SignInEntry;
import io.sspr.contract.state.Method;
import io.sspr.contract.state.MethodStatus;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SealedContentTests {

    private static final String READER = "notification-service";
    private static final ContactAddress ADDRESS = new ContactAddress("alice@example.org");

    private static final Origin HOME = new Origin("192.0.2.0/24", "Firefox");
    private static final Origin ELSEWHERE = new Origin("198.51.100.0/24", "Safari");

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
    void whereTheFrontEndSaysFromWhereItAloneCounts() throws Exception {
        Seals seals = new Seals(new KeyMaterial(directory, Clock.systemUTC()).generate(List.of()));

        assertThat(seals.content(seals.of(typedAt(HOME)), seals.of(ELSEWHERE))).isEqualTo(typedAt(ELSEWHERE));
        assertThat(seals.content(seals.of(typedAt(null)), seals.of(ELSEWHERE))).isEqualTo(typedAt(ELSEWHERE));
        assertThat(seals.content(seals.of(typedAt(HOME)), null)).isEqualTo(typedAt(HOME));
        assertThat(seals.content(seals.of(typedAt(null)), null)).isEqualTo(typedAt(null));
    }

    @Test
    void aPlaceThatDoesNotOpenIsRefusedAndNotLeftOut() throws Exception {
        Seals seals = new Seals(new KeyMaterial(directory, Clock.systemUTC()).generate(List.of()));
        Sealed typed = seals.of(typedAt(HOME));

        assertThatThrownBy(() -> seals.content(typed, seals.of(ELSEWHERE, UUID.randomUUID())))
                .isInstanceOf(CannotOpen.class);
        assertThatThrownBy(() -> seals.content(typed, new Sealed("e30.AAAA.AAAA.AAAA.AAAA")))
                .isInstanceOf(CannotOpen.class);
        // One in the other's place.
        assertThatThrownBy(() -> seals.content(typed, typed)).isInstanceOf(Undecodable.class);
        assertThatThrownBy(() -> seals.content(seals.of(ELSEWHERE), seals.of(ELSEWHERE)))
                .isInstanceOf(Undecodable.class);
    }

    private static SignInEntry typedAt(@Nullable Origin place) {
        return new SignInEntry("ana", "correct horse", place);
    }

    /** What is sealed for one sign-in. */
    private static final class Seals {

        private final UUID id = UUID.randomUUID();
        private final Sealer sealer;
        private final SealedContent opening;

        Seals(KeyMaterial keys) {
            sealer = keys.pairwise("registration-service", READER);
            opening = new SealedContent(keys.opener(READER), READER);
        }

        Sealed of(Secret secret) {
            return of(secret, id);
        }

        Sealed of(Secret secret, UUID message) {
            SealContext context = new SealContext(READER, MessageType.SIGN_IN.wireName(), message, null);
            return sealer.seal(ContractJson.write(secret), context, Instant.now());
        }

        @Nullable
        Secret content(Sealed sealed, @Nullable Sealed seenFrom) throws CannotOpen, Undecodable {
            return opening.of(Envelope.request(id, "portal", Instant.now(), new SignIn(sealed, seenFrom)));
        }
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
