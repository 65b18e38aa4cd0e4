package io.sspr.console.check;

import io.sspr.console.organisation.Organisation;
import io.sspr.contract.state.Account;
import io.sspr.contract.state.Policy;
import java.util.ArrayList;
import java.util.List;

/**
 * What other rules would do to the people, before they are in force.
 *
 * @param differences what changes in the rules
 * @param accounts how many accounts there are
 * @param ableBefore how many of them can reset alone now
 * @param stranded who can now and then could not
 * @param freed who cannot now and then could
 * @param asked who would be asked to register at the next sign-in
 * @param askedBefore how many would be asked under the rules in force
 */
public record Impact(
        List<Difference> differences,
        int accounts,
        int ableBefore,
        List<Affected> stranded,
        List<Affected> freed,
        List<Affected> asked,
        int askedBefore) {

    /** Somebody, as they stand under the rules in force and under the others. */
    public record Affected(Account account, Standing before, Standing after) {}

    /** Copies what it is given. */
    public Impact {
        differences = List.copyOf(differences);
        stranded = List.copyOf(stranded);
        freed = List.copyOf(freed);
        asked = List.copyOf(asked);
    }

    /** Of putting one policy in the place of another. */
    public static Impact of(Organisation organisation, Policy before, Policy after) {
        List<Affected> everybody = organisation.accounts().stream()
                .map(account -> new Affected(
                        account, Standing.of(organisation, account, before), Standing.of(organisation, account, after)))
                .toList();
        List<Affected> stranded = new ArrayList<>();
        List<Affected> freed = new ArrayList<>();
        for (Affected one : everybody) {
            if (one.before().eligible() && !one.after().eligible()) stranded.add(one);
            if (!one.before().eligible() && one.after().eligible()) freed.add(one);
        }
        return new Impact(
                Difference.between(before, after),
                everybody.size(),
                (int) everybody.stream().filter(one -> one.before().eligible()).count(),
                stranded,
                freed,
                everybody.stream().filter(one -> !one.after().asked().isEmpty()).toList(),
                (int) everybody.stream()
                        .filter(one -> !one.before().asked().isEmpty())
                        .count());
    }

    /** How many could reset alone under the other rules. */
    public int ableAfter() {
        return ableBefore - stranded.size() + freed.size();
    }
}
