package io.sspr.portal.cookie;

import com.nimbusds.jose.EncryptionMethod;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWEAlgorithm;
import com.nimbusds.jose.JWEHeader;
import com.nimbusds.jose.JWEObject;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.crypto.DirectDecrypter;
import com.nimbusds.jose.crypto.DirectEncrypter;
import com.nimbusds.jose.util.Base64URL;
import io.sspr.contract.ContractJson;
import io.sspr.contract.Undecodable;
import io.sspr.contract.seal.FlowSecret;
import io.sspr.contract.seal.Sha256;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.text.ParseException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;

/**
 * Cookies that only we can read or make: a compact JWE each ({@code dir}, A256GCM), bound to the name and path of its cookie
 * and to an end. There is no copy on any server, so every instance that has the keys goes on where another stopped.
 */
public final class SealedCookies {

    private static final int KEY_BYTES = 32;
    private static final String EXPIRES = "exp";

    private final Map<String, SecretKey> keys = new LinkedHashMap<>();
    private final String newest;
    private final boolean encrypted;
    private final Clock clock;

    /**
     * Reads the keys; throws IllegalArgumentException, with a sentence, for a file that holds none.
     *
     * @param encrypted whether browsers reach us over TLS, so that the cookies may travel over nothing else
     */
    public SealedCookies(List<Path> keyFiles, boolean encrypted, Clock clock) {
        for (Path file : keyFiles) {
            SecretKey key = key(file);
            keys.put(Sha256.of(key.getEncoded()).substring(0, 12), key);
        }
        this.newest = keys.keySet().iterator().next();
        this.encrypted = encrypted;
        this.clock = clock;
    }

    private static SecretKey key(Path file) {
        byte[] bytes;
        try {
            bytes = new Base64URL(Files.readString(file).strip()).decode();
        } catch (IOException e) {
            throw new UncheckedIOException("The key for cookies cannot be read: " + file, e);
        }
        if (bytes.length != KEY_BYTES)
            throw new IllegalArgumentException("The key for cookies must be 32 bytes in base64url: " + file);
        return new SecretKeySpec(bytes, "AES");
    }

    /** The secret of a flow, the same on every instance, so that a form sent twice begins one flow wherever it comes to. */
    public FlowSecret flowSecret(UUID flow) {
        return new FlowSecret(Base64.getUrlEncoder().withoutPadding().encodeToString(secret("flow " + flow)));
    }

    /** A secret that only we can derive from a name: 32 bytes. */
    byte[] secret(String name) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(Objects.requireNonNull(keys.get(newest)).getEncoded(), "HmacSHA256"));
            return mac.doFinal(("sspr-portal secret " + name).getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java platform has HmacSHA256", e);
        }
    }

    /** Gives the browser something to keep. */
    public void keep(HttpServletResponse response, CookieName name, String path, Object value, Duration life) {
        JWEHeader header = new JWEHeader.Builder(JWEAlgorithm.DIR, EncryptionMethod.A256GCM)
                .keyID(newest)
                .type(new JOSEObjectType(bound(name, path)))
                .customParam(EXPIRES, clock.instant().plus(life).getEpochSecond())
                .build();
        JWEObject jwe = new JWEObject(header, new Payload(ContractJson.write(value)));
        try {
            jwe.encrypt(new DirectEncrypter(Objects.requireNonNull(keys.get(newest))));
        } catch (JOSEException e) {
            throw new IllegalStateException("A cookie cannot be encrypted", e);
        }
        write(response, name, path, jwe.serialize(), life);
    }

    /** Lets the browser forget it. */
    public void drop(HttpServletResponse response, CookieName name, String path) {
        write(response, name, path, "", Duration.ZERO);
    }

    /** What the browser keeps; empty if there is nothing, or nothing that we made for this name and path, or it is over. */
    public <T> Optional<T> kept(HttpServletRequest request, CookieName name, String path, Class<T> type) {
        Cookie[] cookies = request.getCookies();
        if (cookies == null) return Optional.empty();
        for (Cookie cookie : cookies) {
            if (!cookie.getName().equals(fullName(name, path))) continue;
            Optional<T> value = open(cookie.getValue(), bound(name, path), type);
            if (value.isPresent()) return value;
        }
        return Optional.empty();
    }

    private <T> Optional<T> open(String text, String bound, Class<T> type) {
        try {
            JWEObject jwe = JWEObject.parse(text);
            JWEHeader header = jwe.getHeader();
            SecretKey key = header.getKeyID() == null ? null : keys.get(header.getKeyID());
            if (key == null
                    || !JWEAlgorithm.DIR.equals(header.getAlgorithm())
                    || !EncryptionMethod.A256GCM.equals(header.getEncryptionMethod())
                    || header.getCompressionAlgorithm() != null
                    || header.getType() == null
                    || !bound.equals(header.getType().getType())
                    || !(header.getCustomParam(EXPIRES) instanceof Number end)
                    || clock.instant().isAfter(Instant.ofEpochSecond(end.longValue()))) return Optional.empty();
            jwe.decrypt(new DirectDecrypter(key));
            return Optional.of(ContractJson.read(jwe.getPayload().toBytes(), type));
        } catch (ParseException | JOSEException | Undecodable | RuntimeException e) {
            // Made by nobody we know, or by a version of ours that is gone: as if there were none. The library stumbles
            // over some headers that it ought to refuse.
            return Optional.empty();
        }
    }

    private void write(HttpServletResponse response, CookieName name, String path, String value, Duration life) {
        ResponseCookie cookie = ResponseCookie.from(fullName(name, path), value)
                .path(path)
                .maxAge(life)
                .httpOnly(true)
                .secure(encrypted)
                .sameSite("Lax")
                .build();
        response.addHeader(HttpHeaders.SET_COOKIE, cookie.toString());
    }

    /** The prefixes make a browser refuse the cookie from a neighbouring host or over plain HTTP (RFC 6265bis). */
    private String fullName(CookieName name, String path) {
        String prefix = encrypted ? ("/".equals(path) ? "__Host-" : "__Secure-") : "";
        return prefix + name.text();
    }

    private static String bound(CookieName name, String path) {
        return name.text() + " " + path;
    }
}
