package io.sspr.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObject;
import com.nimbusds.jose.JWEAlgorithm;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import io.sspr.contract.FinalReplies.FinalReply;
import io.sspr.contract.seal.Assertion;
import io.sspr.contract.seal.AssertionSigner;
import io.sspr.contract.seal.KeySet;
import io.sspr.contract.seal.SealContext;
import io.sspr.contract.seal.Sealer;
import io.sspr.contract.seal.Sha256;
import java.nio.charset.StandardCharsets;
import java.text.ParseException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What the prose says of the code is what the code does. */
class ReadmeTests {

    private static final String FILE = "README.md";
    private static final Instant NOW = Instant.parse("2026-11-22T09:30:00Z");

    @Test
    void theTableOfRequestsSaysWhatTheCodeSays() {
        says("requests", requests());
    }

    @Test
    void theTableOfRefusalsSaysWhatTheCodeSays() {
        says("refusals", refusals());
    }

    @Test
    void aSealHasTheMembersThatAreTold() throws Exception {
        SealContext context = new SealContext(
                "registration-service", "sspr.request.submit-proof.v1", UUID.randomUUID(), UUID.randomUUID());
        String jwe = Sealer.to(key())
                .seal("{}".getBytes(StandardCharsets.UTF_8), context, NOW)
                .jwe();
        assertThat(header(jwe)).hasSameElementsAs(told("seal"));
    }

    @Test
    void aKeySetHasTheMembersThatAreTold() throws Exception {
        String jws = new KeySet("reset-service", List.of(key()), NOW).sign(key());
        assertThat(header(jws)).hasSameElementsAs(told("key set header"));
        assertThat(payload(jws)).hasSameElementsAs(told("key set"));
    }

    @Test
    void anAssertionHasTheMembersThatAreTold() throws Exception {
        String jws = new AssertionSigner(key())
                .sign(new Assertion(
                        "portal",
                        UUID.randomUUID(),
                        "registration-service",
                        "sspr.request.register-method.v1",
                        UUID.randomUUID(),
                        Sha256.of(new byte[0]),
                        NOW,
                        NOW,
                        List.of("pwd")));
        assertThat(header(jws)).hasSameElementsAs(told("assertion header"));
        assertThat(payload(jws)).hasSameElementsAs(told("assertion"));
    }

    @Test
    void everyHeaderOfARecordIsTold() {
        String readme = ContractFiles.read(FILE);
        for (String sample : Samples.recorded())
            Samples.recorded(sample)
                    .get("headers")
                    .propertyNames()
                    .forEach(name -> assertThat(readme).contains("`" + name + "`"));
    }

    @Test
    void everyRequestAndReplyIsTold() {
        String readme = ContractFiles.read(FILE);
        for (MessageType type : MessageType.values())
            if (type.isRequest() || type.isReply())
                assertThat(readme).contains(type.type().getSimpleName());
    }

    private static String requests() {
        StringBuilder table = new StringBuilder(
                "\n| request | to | needs | useful for | its seal holds | final reply, from |\n|---|---|---|---|---|---|\n");
        for (MessageType type : MessageType.values())
            if (type.isRequest())
                table.append(row(
                        "`" + type.wireName() + "`",
                        type.receiver().shortName(),
                        type.needs() == MessageType.Needs.NOTHING
                                ? "–"
                                : type.needs().name().toLowerCase(Locale.ROOT).replace('_', ' '),
                        type.usefulFor().map(age -> age.toMinutes() + " min").orElse("ever"),
                        seal(type),
                        replies(type)));
        return table.append('\n').toString();
    }

    private static String replies(MessageType request) {
        Set<String> bySuccess = new LinkedHashSet<>();
        for (FinalReply reply : FinalReplies.to(request)) {
            String from = FinalReplies.to(request).stream()
                    .filter(other -> other.type() == reply.type())
                    .map(other -> other.from().shortName())
                    .distinct()
                    .collect(Collectors.joining(" or "));
            bySuccess.add(reply.type().type().getSimpleName() + " (" + from + ")");
        }
        return String.join(", ", bySuccess);
    }

    private static String seal(MessageType type) {
        return Arrays.stream(type.type().getRecordComponents())
                .map(component -> component.getAnnotation(Seals.class))
                .filter(seals -> seals != null)
                .map(seals -> "`" + Schemas.kebab(seals.value()) + "`")
                .collect(Collectors.joining(", "));
    }

    private static String refusals() {
        StringBuilder table = new StringBuilder("\n| reason | means |\n|---|---|\n");
        for (Refusal refusal : Refusal.values())
            table.append(row("`" + refusal.name() + "`", Schemas.meaning(refusal)));
        return table.append('\n').toString();
    }

    private static String row(String... cells) {
        return "| " + String.join(" | ", cells) + " |\n";
    }

    /** Between its marks the file says this. */
    private static void says(String mark, String expected) {
        String readme = ContractFiles.read(FILE);
        String start = "<!-- " + mark + ": made from the code -->\n";
        int from = readme.indexOf(start) + start.length();
        int to = readme.indexOf("<!-- end -->", from);
        ContractFiles.says(FILE, readme.substring(0, from) + expected + readme.substring(to));
    }

    /** Names of the members of the JSON example with that mark. */
    private static Collection<String> told(String mark) {
        String start = "<!-- " + mark + " -->\n```json\n";
        String readme = ContractFiles.read(FILE);
        int from = readme.indexOf(start) + start.length();
        assertThat(from).isGreaterThan(start.length());
        return ContractFiles.JSON
                .readTree(readme.substring(from, readme.indexOf("```", from)))
                .propertyNames();
    }

    private static Collection<String> header(String compact) throws ParseException {
        return JOSEObject.parse(compact).getHeader().toJSONObject().keySet();
    }

    private static Collection<String> payload(String compact) throws ParseException {
        return JWSObject.parse(compact).getPayload().toJSONObject().keySet();
    }

    private static ECKey key() throws JOSEException {
        return new ECKeyGenerator(Curve.P_256)
                .keyUse(KeyUse.ENCRYPTION)
                .algorithm(JWEAlgorithm.ECDH_ES_A256KW)
                .keyIDFromThumbprint(true)
                .generate();
    }
}
