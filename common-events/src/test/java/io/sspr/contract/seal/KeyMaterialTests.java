package io.sspr.contract.seal;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.OctetSequenceKey;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeyMaterialTests {

    private static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");
    private static final String PAIR = "pairwise/notification-service+reset-service.jwk";

    @TempDir
    Path directory;

    private KeyMaterial keys;

    @BeforeEach
    void generate() {
        keys = at(NOW).generate(List.of("portal", "help-desk"));
    }

    @Test
    void oneDirectoryHoldsWhatTheDocumentationLists() throws IOException {
        assertThat(contents().keySet().stream().map(name -> name.replaceFirst("seal-.*", "seal-KID.jwk")))
                .containsExactlyInAnyOrder(
                        "anchor.jwk",
                        "clients/help-desk/assertion.jwk",
                        "clients/help-desk/assertion.pub.jwk",
                        "clients/portal/assertion.jwk",
                        "clients/portal/assertion.pub.jwk",
                        "notification-service/at-rest.jwk",
                        "notification-service/seal-KID.jwk",
                        "pairwise/notification-service+registration-service.jwk",
                        PAIR,
                        "pairwise/registration-service+reset-service.jwk",
                        "registration-service/at-rest.jwk",
                        "registration-service/seal-KID.jwk",
                        "reset-service/at-rest.jwk",
                        "reset-service/seal-KID.jwk");
    }

    @Test
    void onlyTheOwnerMayReadIt() throws IOException {
        try (Stream<Path> all = Files.walk(directory)) {
            for (Path path : all.filter(path -> !path.equals(directory)).toList()) {
                assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(path)))
                        .as(path.toString())
                        .isEqualTo(Files.isDirectory(path) ? "rwx------" : "rw-------");
            }
        }
    }

    @Test
    void generatingAgainAddsWhatIsMissingAndChangesNothing() throws IOException {
        Map<String, String> before = contents();
        Files.delete(directory.resolve("clients/portal/assertion.pub.jwk"));

        at(NOW.plusSeconds(9)).generate(List.of("portal", "help-desk", "kiosk"));

        assertThat(contents()).containsAllEntriesOf(before).hasSize(before.size() + 2);
    }

    @Test
    void aClientThatGaveOnlyItsPublicKeyGetsNoOther() throws IOException {
        Files.delete(directory.resolve("clients/portal/assertion.jwk"));

        keys.generate(List.of("portal"));

        assertThat(directory.resolve("clients/portal/assertion.jwk")).doesNotExist();
    }

    @Test
    void clientsSealToWhatAServicePublishes() throws Exception {
        KeySet published = KeySet.verify(keys.signedKeySet("reset-service"), keys.anchorThumbprint(), "reset-service");

        assertOpens("reset-service", Sealer.to(published.current()));
        assertThat(published.issuedAt()).isEqualTo(NOW);
    }

    @Test
    void servicesSealToEachOther() throws CannotOpen {
        assertOpens("notification-service", keys.pairwise("reset-service", "notification-service"));
        assertOpens("notification-service", keys.pairwise("registration-service", "notification-service"));
        assertOpens("registration-service", keys.pairwise("reset-service", "registration-service"));
    }

    @Test
    void aServiceCannotOpenWhatItsPeersTellEachOther() {
        SealContext context = context("notification-service");
        Sealed sealed = keys.pairwise("reset-service", "notification-service").seal(new byte[0], context, NOW);

        assertThat(catchThrowableOfType(
                                CannotOpen.class,
                                () -> keys.opener("registration-service").open(sealed, context))
                        .reason())
                .isEqualTo(CannotOpen.Reason.UNKNOWN_KEY);
    }

    @Test
    void whatAClientSignsIsBelieved() throws AssertionRejected {
        UUID request = UUID.randomUUID();
        Assertion assertion = new Assertion(
                "portal", UUID.randomUUID(), "s", "a", request, Sha256.of(new byte[1]), NOW, NOW, List.of("pwd"));

        String jws = keys.assertionSigner("portal").sign(assertion);

        assertThat(keys.assertionVerifier().verify(jws, "portal", "s", "a", request, new byte[1], NOW))
                .isEqualTo(assertion);
    }

    @Test
    void keysAtRestDifferByServiceAndPurposeAndStayTheSame() {
        assertThat(keys.atRest("reset-service", "logins"))
                .isEqualTo(at(NOW.plusSeconds(9)).atRest("reset-service", "logins"))
                .isNotEqualTo(keys.atRest("reset-service", "origins"))
                .isNotEqualTo(keys.atRest("registration-service", "logins"));
        assertThat(keys.atRest("reset-service", "logins").getEncoded()).hasSize(32);
    }

    @Test
    void aServiceRunsWithItsOwnFilesOnly() throws Exception {
        for (String others : List.of(
                "anchor.jwk",
                "registration-service/at-rest.jwk",
                "notification-service/at-rest.jwk",
                "pairwise/notification-service+registration-service.jwk",
                "clients/portal/assertion.jwk",
                "clients/help-desk/assertion.jwk")) {
            Files.delete(directory.resolve(others));
        }

        keys.opener("reset-service");
        keys.pairwise("reset-service", "notification-service");
        keys.assertionVerifier();
        keys.atRest("reset-service", "logins");
        assertThat(keys.keySet("reset-service").keys()).hasSize(1);
    }

    @Test
    void aMissingFileIsNamedInOneSentence() throws IOException {
        Files.delete(directory.resolve("anchor.jwk"));
        Files.delete(directory.resolve("reset-service/at-rest.jwk"));
        Files.delete(directory.resolve(PAIR));
        Files.delete(directory.resolve("clients/portal/assertion.pub.jwk"));

        assertMissing("anchor.jwk", keys::anchorThumbprint);
        assertMissing("reset-service/at-rest.jwk", () -> keys.atRest("reset-service", "x"));
        assertMissing(PAIR, () -> keys.opener("reset-service"));
        assertMissing(PAIR, () -> keys.pairwise("notification-service", "reset-service"));
        assertMissing("clients/portal/assertion.pub.jwk", keys::assertionVerifier);
        assertMissing("clients/kiosk/assertion.jwk", () -> keys.assertionSigner("kiosk"));
        assertMissing("audit-service/seal-{kid}.jwk", () -> keys.opener("audit-service"));
    }

    @Test
    void aFileThatIsNoSuchKeyIsNamedWithoutItsContent() throws IOException {
        Path atRest = directory.resolve("reset-service/at-rest.jwk");
        Path anchor = directory.resolve("anchor.jwk");
        Files.writeString(atRest, "{\"kty\":\"oct\",\"k\":\"c2VjcmV0\"}");
        Files.writeString(anchor, ECKey.class.getName());

        assertUnusable(
                "The key file " + atRest + " is not a 256-bit oct key.", () -> keys.atRest("reset-service", "x"));
        assertUnusable("The key file " + anchor + " is not a private P-256 key.", keys::anchorThumbprint);
    }

    @Test
    void aPrivateKeyAmongThePublicOnesIsRefused() throws IOException {
        Path publicKey = directory.resolve("clients/portal/assertion.pub.jwk");
        Files.copy(directory.resolve("clients/portal/assertion.jwk"), directory.resolve("copy"));
        Files.delete(publicKey);
        Files.move(directory.resolve("copy"), publicKey);

        assertUnusable("The key file " + publicKey + " is not a public P-256 key.", keys::assertionVerifier);
    }

    @Test
    void aRolledSealingKeyIsPublishedFirstAndTheOldOneStillOpens() throws CannotOpen {
        ECKey old = keys.keySet("reset-service").current();
        KeyMaterial later = at(NOW.plusSeconds(60));
        later.addSealingKey("reset-service", NOW.plusSeconds(60));

        KeySet rolled = later.keySet("reset-service");

        assertThat(rolled.keys()).hasSize(2).endsWith(old);
        assertThat(rolled.current()).isNotEqualTo(old);
        assertOpens("reset-service", Sealer.to(old));
        assertOpens("reset-service", Sealer.to(rolled.current()));
    }

    @Test
    void aSealingKeyOfTomorrowIsPublishedSecondUntilThen() throws CannotOpen {
        ECKey today = keys.keySet("reset-service").current();
        keys.addSealingKey("reset-service", NOW.plus(Duration.ofDays(1)));

        assertThat(keys.keySet("reset-service").keys()).hasSize(2).startsWith(today);
        assertThat(at(NOW.plus(Duration.ofDays(1))).keySet("reset-service").keys())
                .endsWith(today);
        assertOpens(
                "reset-service", Sealer.to(keys.keySet("reset-service").keys().get(1)));
    }

    @Test
    void aRolledPairwiseKeyIsUsedAndTheOldOneStillOpens() throws CannotOpen, IOException {
        Sealer old = keys.pairwise("reset-service", "notification-service");
        OctetSequenceKey next = SomeKeys.shared("next");
        Path file = directory.resolve("pairwise/notification-service+reset-service.next.jwk");
        Files.writeString(file, next.toJSONString());
        Files.setLastModifiedTime(file, FileTime.from(NOW));

        Sealer rolled = at(NOW.plusSeconds(1)).pairwise("reset-service", "notification-service");

        assertThat(rolled.seal(new byte[0], context("x"), NOW)).asString().startsWith("Sealed[");
        assertOpens("notification-service", old);
        assertOpens("notification-service", rolled);
    }

    @Test
    void namesCannotLeaveTheDirectory() {
        assertThatIllegalArgumentException().isThrownBy(() -> keys.atRest("../reset-service", "x"));
        assertThatIllegalArgumentException().isThrownBy(() -> keys.generate(List.of("a/b")));
        assertThatIllegalArgumentException().isThrownBy(() -> keys.assertionSigner(""));
    }

    private KeyMaterial at(Instant now) {
        return new KeyMaterial(directory, Clock.fixed(now, ZoneOffset.UTC));
    }

    private void assertOpens(String service, Sealer sealer) throws CannotOpen {
        SealContext context = context(service);
        Sealed sealed = sealer.seal("{}".getBytes(UTF_8), context, NOW);
        assertThat(keys.opener(service).open(sealed, context)).asString(UTF_8).isEqualTo("{}");
    }

    private void assertMissing(String file, Runnable use) {
        assertUnusable("The key file " + directory.resolve(file) + " is missing.", use);
    }

    private static void assertUnusable(String sentence, Runnable use) {
        assertThatExceptionOfType(UnusableKeyMaterial.class)
                .isThrownBy(use::run)
                .withMessage(sentence)
                .withNoCause();
    }

    private static SealContext context(String service) {
        return new SealContext(service, "t", UUID.randomUUID(), null);
    }

    private Map<String, String> contents() throws IOException {
        Map<String, String> contents = new TreeMap<>();
        try (Stream<Path> all = Files.walk(directory)) {
            for (Path file : all.filter(Files::isRegularFile).toList()) {
                contents.put(directory.relativize(file).toString(), Files.readString(file));
            }
        }
        return contents;
    }
}
