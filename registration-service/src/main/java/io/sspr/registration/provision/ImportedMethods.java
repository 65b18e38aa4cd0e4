package io.sspr.registration.provision;

import io.sspr.contract.MethodKind;
import io.sspr.contract.Refusal;
import io.sspr.contract.event.Removal;
import io.sspr.contract.secret.ImportedMethod;
import io.sspr.messaging.Work;
import io.sspr.registration.kind.Address;
import io.sspr.registration.kind.Kind;
import io.sspr.registration.kind.Kinds;
import io.sspr.registration.method.AccountMethods;
import io.sspr.registration.method.MethodStates;
import io.sspr.registration.method.Methods;
import io.sspr.registration.method.RegisteredMethod;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Brings the methods that the organisation has on file in line with its list; what is the person's own stays. */
@Component
class ImportedMethods {

    private static final int MOST = 10;

    /** An address of the list that messages can be sent to. */
    record Listed(MethodKind kind, Address address) {}

    private final Kinds kinds;
    private final Methods methods;
    private final MethodStates methodStates;

    ImportedMethods(Kinds kinds, Methods methods, MethodStates methodStates) {
        this.kinds = kinds;
        this.methods = methods;
        this.methodStates = methodStates;
    }

    /** Why the list cannot be taken; empty if it can. */
    Optional<Refusal> obstacle(List<ImportedMethod> list) {
        if (list.size() > MOST || !list.stream().allMatch(this::reachesPeople)) return Optional.of(Refusal.MALFORMED);
        return listed(list).size() < list.size() ? Optional.of(Refusal.ADDRESS_INVALID) : Optional.empty();
    }

    /** Those of the list, in its order. */
    List<Listed> listed(List<ImportedMethod> list) {
        return list.stream()
                .flatMap(
                        entry -> kinds
                                .of(entry.kind())
                                .address(entry.address())
                                .map(address -> new Listed(entry.kind(), address))
                                .stream())
                .toList();
    }

    void bringInLine(UUID accountId, List<Listed> list, Work work) {
        AccountMethods before = methods.of(accountId);
        List<RegisteredMethod> wanted = new ArrayList<>();
        for (Listed one : list) {
            Kind kind = kinds.of(one.kind());
            RegisteredMethod named =
                    kind.toBe(UUID.randomUUID(), accountId, one.address().text());
            if (wanted.stream().noneMatch(other -> isSame(other, named))) wanted.add(named.imported(wanted.size() + 1));
        }
        for (RegisteredMethod old : before.methods())
            if (old.isImported() && wanted.stream().noneMatch(named -> isSame(named, old)))
                methodStates.drop(old, Removal.PROVISIONING, work);
        for (RegisteredMethod named : wanted) keep(named, before, work);
    }

    private void keep(RegisteredMethod named, AccountMethods before, Work work) {
        List<RegisteredMethod> there =
                before.methods().stream().filter(old -> isSame(old, named)).toList();
        if (there.isEmpty()) methodStates.importNew(named, work);
        int rank = named.importRank() == null ? 0 : named.importRank();
        there.stream().filter(RegisteredMethod::isImported).forEach(old -> methodStates.rank(old, rank, work));
    }

    private static boolean isSame(RegisteredMethod one, RegisteredMethod other) {
        String address = one.addressFingerprint();
        return one.kind() == other.kind() && address != null && address.equals(other.addressFingerprint());
    }

    private boolean reachesPeople(ImportedMethod entry) {
        return kinds.of(entry.kind()).longestCodeLife().isPresent();
    }
}
