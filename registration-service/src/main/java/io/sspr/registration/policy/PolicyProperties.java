package io.sspr.registration.policy;

import io.sspr.contract.ContractJson;
import io.sspr.contract.Undecodable;
import io.sspr.contract.policy.PolicyFault;
import io.sspr.contract.policy.PolicyFaults;
import io.sspr.contract.policy.Presets;
import io.sspr.contract.state.Policy;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings {@code sspr.policy.*}: where the first policy is, and nothing else. Whoever sets more, as one could once, is
 * told at the start: the policy is changed with a request.
 *
 * @param initial {@code safe}, {@code entra}, or the path of a file that holds the JSON of one; looked at only as long as
 *     there is no policy
 */
@ConfigurationProperties(prefix = "sspr.policy", ignoreUnknownFields = false)
public record PolicyProperties(@DefaultValue("safe") String initial) {
    /** The first one; throws IllegalStateException with what is wrong with it. */
    Policy first() {
        Policy policy = switch (initial) {
            case "safe" -> Presets.safe();
            case "entra" -> Presets.entra();
            default -> read(Path.of(initial));
        };
        List<PolicyFault> faults = PolicyFaults.of(policy);
        if (!faults.isEmpty())
            throw new IllegalStateException(faults.stream()
                    .map(fault -> fault.path() + " " + fault.problem())
                    .collect(Collectors.joining("; ", "sspr.policy.initial: ", ".")));
        return policy;
    }

    private static Policy read(Path file) {
        try {
            return ContractJson.read(Files.readAllBytes(file), Policy.class);
        } catch (IOException e) {
            throw new IllegalStateException(
                    "sspr.policy.initial must be safe, entra or a file that can be read, and is " + file + ".", e);
        } catch (Undecodable e) {
            throw new IllegalStateException("sspr.policy.initial: " + file + " holds no policy: " + e.getMessage(), e);
        }
    }
}
