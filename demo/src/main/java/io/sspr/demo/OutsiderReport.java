package io.sspr.demo;

import io.sspr.client.Asked;
import io.sspr.client.Flow;
import io.sspr.client.FrontEnd;
import io.sspr.contract.ContractJson;
import io.sspr.contract.MethodKind;
import io.sspr.contract.reply.AccountProvisioned;
import io.sspr.contract.reply.ChallengeReady;
import io.sspr.contract.reply.CredentialImported;
import io.sspr.contract.reply.MethodsOffered;
import io.sspr.contract.reply.Reply;
import io.sspr.contract.seal.Sha256;
import io.sspr.contract.secret.InitialCredential;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * What somebody outside can measure: how long the first two steps of a reset take for people who have registered, for
 * people who have not, and for logins that nobody has, asked in one mixed order (ATK-04).
 */
public final class OutsiderReport {

    private static final List<String> STEPS =
            List.of("RequestReset → MethodsOffered", "ChooseMethod mail → ChallengeReady");
    private static final int BATCH = 25;

    /** Whom a login stands for. */
    private enum Whom {
        REGISTERED,
        UNREGISTERED,
        UNKNOWN
    }

    private record Login(Whom whom, String text) {}

    private final FrontEnd directory;
    private final FrontEnd portal;
    private final Mailbox mailbox;
    private final PrintStream out;
    private final String mark = Long.toString(System.currentTimeMillis(), 36);
    private final Map<String, Map<Whom, List<Double>>> millis = new TreeMap<>();
    private final Set<Integer> sizes = new TreeSet<>();

    /** Through these front ends. */
    public OutsiderReport(FrontEnd directory, FrontEnd portal, Mailbox mailbox, PrintStream out) {
        this.directory = directory;
        this.portal = portal;
        this.mailbox = mailbox;
        this.out = out;
    }

    /** Measures so many of each and prints what it saw; whether the replies of each step were all of one size. */
    public boolean run(int each, long seed) {
        List<Login> logins = new ArrayList<>();
        out.printf(Locale.ROOT, "Making %d people known, of whom %d register ...%n", 2 * each, each);
        new Enlistment(directory, portal, mailbox)
                .enlist(accounts("registered", each))
                .forEach(person -> logins.add(new Login(Whom.REGISTERED, person.login())));
        makeKnown(accounts("unregistered", each))
                .forEach(account -> logins.add(new Login(Whom.UNREGISTERED, account.login())));
        accounts("unknown", each).forEach(nobody -> logins.add(new Login(Whom.UNKNOWN, nobody.login())));
        // A mixed order, and the same for the same seed.
        logins.sort(Comparator.comparing(login -> Sha256.of((seed + login.text()).getBytes(StandardCharsets.UTF_8))));
        logins.forEach(this::measure);
        print(each, seed);
        return sizes.size() == STEPS.size();
    }

    private List<SampleAccount> accounts(String name, int count) {
        return IntStream.rangeClosed(1, count)
                .mapToObj(number -> {
                    // Of one length, for a longer login makes a longer seal.
                    String login = String.format(Locale.ROOT, "%-12s", name).replace(' ', '-') + number;
                    return new SampleAccount(
                                    login, login, "en", login + "@example.org", "-", false, RandomPassword.make())
                            .marked(mark);
                })
                .toList();
    }

    private List<SampleAccount> makeKnown(List<SampleAccount> accounts) {
        for (int from = 0; from < accounts.size(); from += BATCH) {
            List<SampleAccount> batch = accounts.subList(from, Math.min(accounts.size(), from + BATCH));
            List<Asked> known = batch.stream()
                    .map(account -> directory.provision(account.entry()))
                    .toList();
            List<Asked> withPassword = new ArrayList<>();
            for (int i = 0; i < batch.size(); i++)
                withPassword.add(directory.importCredential(
                        known.get(i).reply(AccountProvisioned.class).accountId(),
                        new InitialCredential(null, batch.get(i).firstPassword(), false)));
            withPassword.forEach(asked -> asked.reply(CredentialImported.class));
        }
        return accounts;
    }

    private void measure(Login login) {
        Flow flow = Flow.begin();
        long begin = System.nanoTime();
        MethodsOffered offered = portal.requestReset(flow, login.text()).reply(MethodsOffered.class);
        long between = System.nanoTime();
        ChallengeReady ready = portal.chooseMethod(flow, MethodKind.EMAIL).reply(ChallengeReady.class);
        long end = System.nanoTime();
        add(STEPS.get(0), login.whom(), (between - begin) / 1e6);
        add(STEPS.get(1), login.whom(), (end - between) / 1e6);
        sizes.add(size(offered));
        sizes.add(size(ready));
    }

    /** Without fractions of seconds, which are written shorter where they end in noughts, whoever asks. */
    private static int size(Reply reply) {
        return new String(ContractJson.write(reply), StandardCharsets.UTF_8)
                .replaceAll("\\.[0-9]+Z", "Z")
                .length();
    }

    private void add(String step, Whom whom, double took) {
        millis.computeIfAbsent(step, name -> new TreeMap<>())
                .computeIfAbsent(whom, name -> new ArrayList<>())
                .add(took);
    }

    private void print(int each, long seed) {
        out.printf(
                Locale.ROOT,
                "%d of each, one at a time, in one mixed order (seed %d), JDK %s, %d cores; replies of %s bytes%n",
                each,
                seed,
                System.getProperty("java.version"),
                Runtime.getRuntime().availableProcessors(),
                sizes);
        for (String step : STEPS) {
            out.println(step);
            Map<Whom, List<Double>> of = millis.getOrDefault(step, Map.of());
            of.forEach((whom, took) -> out.printf(
                    Locale.ROOT,
                    "  %-13s p25 %6.2f  p50 %6.2f  p75 %6.2f  p99 %7.2f ms%s%n",
                    whom.name().toLowerCase(Locale.ROOT),
                    Timings.percentile(took, 25),
                    Timings.percentile(took, 50),
                    Timings.percentile(took, 75),
                    Timings.percentile(took, 99),
                    comparedWithThoseBefore(whom, of)));
        }
    }

    private static String comparedWithThoseBefore(Whom whom, Map<Whom, List<Double>> of) {
        return of.keySet().stream()
                .filter(other -> other.compareTo(whom) < 0)
                .map(other -> "   to " + other.name().toLowerCase(Locale.ROOT) + " "
                        + Distributions.compared(of.getOrDefault(other, List.of()), of.getOrDefault(whom, List.of())))
                .collect(Collectors.joining());
    }
}
