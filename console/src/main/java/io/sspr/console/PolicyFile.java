package io.sspr.console;

import io.sspr.contract.WrittenDocument;
import io.sspr.contract.policy.PolicyFault;
import io.sspr.contract.policy.PolicyFaults;
import io.sspr.contract.state.Policy;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;

/** A policy in a file of its own. */
final class PolicyFile {

    private PolicyFile() {}

    /** Reads one that could be in force; throws all that is wrong with it. */
    static Policy read(Path file) throws NotDone {
        Policy policy;
        try {
            policy = WrittenDocument.read(Files.readString(file), Policy.class);
        } catch (WrittenDocument.Faulty e) {
            throw new NotDone(file + " is no policy:\n  " + String.join("\n  ", e.faults()), e);
        } catch (NoSuchFileException e) {
            throw new NotDone("There is no file " + file + ".", e);
        } catch (CharacterCodingException e) {
            throw new NotDone(file + " is no text in UTF-8.", e);
        } catch (IOException e) {
            throw new NotDone(file + " cannot be read: " + e, e);
        }
        List<PolicyFault> faults = PolicyFaults.of(policy);
        if (!faults.isEmpty()) throw new NotDone(file + " cannot be in force:" + lines(faults));
        return policy;
    }

    /** The same rules, made from that version. */
    static Policy inPlaceOf(long version, Policy rules) {
        return new Policy(
                version,
                rules.gates(),
                rules.kinds(),
                rules.disclosure(),
                rules.passwordRules(),
                rules.methodRules(),
                rules.scope(),
                rules.administrators(),
                rules.signIn(),
                rules.registration(),
                rules.stopped(),
                rules.passwordChecks(),
                rules.limits(),
                rules.afterReset(),
                rules.notices(),
                rules.help());
    }

    /** One line for each. */
    static String lines(List<PolicyFault> faults) {
        StringBuilder lines = new StringBuilder();
        for (PolicyFault fault : faults)
            lines.append("\n  ").append(fault.path()).append(": ").append(fault.problem());
        return lines.toString();
    }
}
