package io.sspr.console.check;

import io.sspr.console.check.Impact.Affected;
import java.io.PrintStream;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

/** An {@link Impact} for people to read. */
public final class ImpactReport {

    private final PrintStream out;
    private final int most;

    /**
     * To that stream.
     *
     * @param most how many people each list names
     */
    public ImpactReport(PrintStream out, int most) {
        this.out = out;
        this.most = most;
    }

    /** Prints it. */
    public void print(Impact impact) {
        out.println(impact.differences().isEmpty() ? "Nothing changes in the rules." : "What changes in the rules:");
        for (Difference difference : impact.differences()) out.println("  " + difference);
        out.println();
        out.println("Of " + impact.accounts() + " accounts " + impact.ableBefore() + " can reset alone now, and "
                + impact.ableAfter() + " could then.");
        list(
                impact.stranded(),
                impact.stranded().size() + " could no longer reset who can now",
                one -> one.after().reason());
        list(
                impact.freed(),
                impact.freed().size() + " could reset who cannot now",
                one -> one.before().reason());
        list(
                impact.asked(),
                impact.asked().size() + " would be asked to register at the next sign-in, " + impact.askedBefore()
                        + " are now",
                one -> one.after().asked().entrySet().stream()
                        .map(reason -> reason.getKey() + ": " + reason.getValue())
                        .collect(Collectors.joining("; ")));
    }

    private void list(List<Affected> people, String what, Function<Affected, String> why) {
        out.println(what + (people.isEmpty() ? "." : ":"));
        for (Affected one : people.subList(0, Math.min(most, people.size())))
            out.println(
                    "  " + one.account().organisationId() + " " + one.account().login() + ": " + why.apply(one));
        if (people.size() > most) out.println("  and " + (people.size() - most) + " more; --all names them");
    }
}
