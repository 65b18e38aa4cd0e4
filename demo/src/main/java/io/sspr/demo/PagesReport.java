package io.sspr.demo;

import io.sspr.client.FrontEnd;
import io.sspr.contract.MethodKind;
import io.sspr.contract.reply.SignedIn;
import java.io.PrintStream;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;

/** How long each step of a reset takes through the portal's pages, beside the same steps by the bare client, in one run. */
public final class PagesReport {

    private final FrontEnd directory;
    private final FrontEnd client;
    private final Mailbox mailbox;
    private final URI portal;
    private final PrintStream out;
    private final String mark = Long.toString(System.currentTimeMillis(), 36);

    /** Of the portal at that address. */
    public PagesReport(FrontEnd directory, FrontEnd client, Mailbox mailbox, URI portal, PrintStream out) {
        this.directory = directory;
        this.client = client;
        this.mailbox = mailbox;
        this.portal = portal;
        this.out = out;
    }

    /** Makes twice so many people known, and resets one half through the pages and the other without, by turns. */
    public void run(int resets) {
        out.printf(Locale.ROOT, "Making %d people known, who register mail and an app ...%n", 2 * resets);
        List<SampleAccount> accounts = IntStream.rangeClosed(1, 2 * resets)
                .mapToObj(number -> new SampleAccount(
                                "visitor" + number,
                                "visitor" + number,
                                "en",
                                "visitor" + number + "@example.org",
                                "-",
                                false,
                                RandomPassword.make())
                        .marked(mark))
                .toList();
        List<SamplePerson> people = new Enlistment(directory, client, mailbox).enlist(accounts);
        Timings bare = new Timings();
        Timings pages = new Timings();
        TimedResets byClient = new TimedResets(client, bare);
        List<SamplePerson> turn = new ArrayList<>(people);
        for (int i = 0; i < turn.size(); i++) {
            if (i % 2 == 0) byClient.run(List.of(turn.get(i)), 1);
            else throughPages(turn.get(i), pages);
        }
        out.printf(
                Locale.ROOT,
                "%d resets each, one at a time, by turns; JDK %s, %d cores, all on this machine%n",
                resets,
                System.getProperty("java.version"),
                Runtime.getRuntime().availableProcessors());
        out.println("By the bare client:");
        bare.print(out);
        out.println("Through the pages, without scripts (the portal seals):");
        pages.print(out);
    }

    private void throughPages(SamplePerson person, Timings timings) {
        Waiting.of(person.untilNextCode());
        person.lookAtMails();
        String wanted = RandomPassword.make();
        PageVisitor visitor = new PageVisitor(portal);
        long begin = System.nanoTime();
        time(timings, "first page", () -> visitor.open("/reset"));
        time(timings, "who are you → choose", () -> visitor.send("/reset", Map.of("login", person.login())));
        MethodKind[] kinds = {MethodKind.EMAIL, MethodKind.AUTHENTICATOR_APP};
        for (MethodKind kind : kinds) {
            if (!visitor.hasForm("/choose")) break;
            String name = kind == MethodKind.EMAIL ? "mail" : "app";
            time(
                    timings,
                    "choose " + name + " → type the code",
                    () -> visitor.send("/choose", Map.of("kind", kind.name())));
            Steps.require(visitor.hasForm("/prove"), "the page does not ask for a code");
            String code = person.code(kind);
            time(timings, "code of " + name + " → next page", () -> visitor.send("/prove", Map.of("proof", code)));
        }
        Steps.require(visitor.hasForm("/password"), "the page does not ask for a password");
        time(
                timings,
                "new password → done",
                () -> visitor.send("/password", Map.of("newPassword", wanted, "newPasswordAgain", wanted)));
        Steps.require(!visitor.hasForm("/password"), "the password was not set");
        timings.add("whole reset, without a person's time", (System.nanoTime() - begin) / 1e6);
        client.signIn(person.login(), wanted).reply(SignedIn.class);
    }

    private static void time(Timings timings, String step, Runnable action) {
        timings.time(step, () -> {
            action.run();
            return step;
        });
    }
}
