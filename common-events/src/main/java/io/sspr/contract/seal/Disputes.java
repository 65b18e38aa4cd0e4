package io.sspr.contract.seal;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.MACVerifier;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.text.ParseException;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import javax.crypto.SecretKey;

/**
 * What a notice gives its reader to say "this was not me": a signed token for a link, good for nothing else, and a code to
 * read out. Made by the service that tells, believed by the one that acts; both hold the key. They name an account and a
 * time and nothing that happened, so they are the same for everybody who gets them (NTF-03); they live for seven days.
 */
public final class Disputes {

    /**
     * What a token says.
     *
     * @param accountId whose it is
     * @param madeAt when it was made, in whole seconds
     */
    public record Token(UUID accountId, Instant madeAt) {}

    private static final Duration LIFE = Duration.ofDays(7);
    private static final String TYPE = "sspr-dispute+jwt";
    private static final int LONGEST = 1024;
    /** Crockford's base 32: no letter that is mistaken for a digit when read out. */
    private static final String ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

    private static final int CODE_LENGTH = 10;
    private static final long SECONDS_A_DAY = Duration.ofDays(1).toSeconds();

    private final SecretKey tokens;
    private final AtRest codes;

    /** With a key of {@link KeyMaterial#disputes}. */
    Disputes(SecretKey shared) {
        tokens = DerivedKey.of(shared, "dispute tokens", "HmacSHA256");
        codes = new AtRest(DerivedKey.of(shared, "dispute codes", "HmacSHA256"));
    }

    /** For a link: some 230 characters of base64url and dots. */
    public String token(UUID accountId, Instant now) {
        Map<String, Object> claims = new LinkedHashMap<>();
        claims.put("sub", accountId.toString());
        claims.put("iat", now.getEpochSecond());
        claims.put("exp", now.plus(LIFE).getEpochSecond());
        JWSHeader header = new JWSHeader.Builder(JWSAlgorithm.HS256)
                .type(new JOSEObjectType(TYPE))
                .build();
        try {
            return SignedForm.sign(header, claims, new MACSigner(tokens));
        } catch (JOSEException e) {
            throw new IllegalStateException("Cannot sign a token", e);
        }
    }

    /** Whose token it is; empty if it is not one of ours, or too old. */
    public Optional<UUID> accountOf(String token, Instant now) {
        return read(token, now).map(Token::accountId);
    }

    /** What it says; empty if it is not one of ours, or too old. */
    public Optional<Token> read(String token, Instant now) {
        if (token.length() > LONGEST) return Optional.empty();
        try {
            JWSObject jws = JWSObject.parse(token);
            boolean ours = jws.getHeader().getAlgorithm().equals(JWSAlgorithm.HS256)
                    && new JOSEObjectType(TYPE).equals(jws.getHeader().getType())
                    && jws.verify(new MACVerifier(tokens));
            if (!ours) return Optional.empty();
            Claims claims = new Claims(jws.getPayload().toJSONObject());
            return now.isBefore(claims.second("exp"))
                    ? Optional.of(new Token(claims.id("sub"), claims.second("iat")))
                    : Optional.empty();
        } catch (ParseException | JOSEException | IllegalArgumentException | IllegalStateException e) {
            return Optional.empty();
        }
    }

    /** To be read out, such as {@code 7KQ2M-04XTB}: 50 bits, the same all day (UTC). */
    public String code(UUID accountId, Instant now) {
        String code = code(accountId, now.getEpochSecond() / SECONDS_A_DAY);
        return code.substring(0, CODE_LENGTH / 2) + "-" + code.substring(CODE_LENGTH / 2);
    }

    /** Whether a code as somebody heard and typed it is one of the account's of the last seven days. */
    public boolean isCode(UUID accountId, String typed, Instant now) {
        return isCode(accountId, typed, Instant.EPOCH, now);
    }

    /** The same, but of no day before that time's. */
    public boolean isCode(UUID accountId, String typed, Instant notBefore, Instant now) {
        String heard = typed.toUpperCase(Locale.ROOT)
                .replaceAll("[\\s-]", "")
                .replace('O', '0')
                .replaceAll("[IL]", "1");
        byte[] given = heard.getBytes(StandardCharsets.UTF_8);
        long today = now.getEpochSecond() / SECONDS_A_DAY;
        long first = notBefore.getEpochSecond() / SECONDS_A_DAY;
        boolean found = false;
        for (long day = today - LIFE.toDays(); day <= today; day++) {
            boolean same = MessageDigest.isEqual(code(accountId, day).getBytes(StandardCharsets.UTF_8), given);
            // Compared before it is asked which day it is: all codes cost the same.
            found |= same && day >= first;
        }
        return found;
    }

    private String code(UUID accountId, long day) {
        byte[] value = (accountId + "/" + day).getBytes(StandardCharsets.UTF_8);
        long bits = ByteBuffer.wrap(codes.hmac(value, "code")).getLong();
        StringBuilder code = new StringBuilder();
        for (int i = 0; i < CODE_LENGTH; i++) code.append(ALPHABET.charAt((int) (bits >>> (i * 5)) & 31));
        return code.toString();
    }
}
