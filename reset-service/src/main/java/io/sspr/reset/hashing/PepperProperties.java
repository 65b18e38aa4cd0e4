package io.sspr.reset.hashing;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Where the keys are that passwords are hashed with besides (NIST SP 800-63B-4 3.1.1.2); none by default.
 *
 * @param file a JWK set (RFC 7517) of {@code oct} keys with a {@code kid} each, kept apart from the database; the first is
 *     for new hashes, the others for those that were made with them
 */
@ConfigurationProperties("sspr.hashing.pepper")
public record PepperProperties(@Nullable Path file) {}
