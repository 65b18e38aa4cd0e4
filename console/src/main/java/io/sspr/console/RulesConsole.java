package io.sspr.console;

import io.sspr.client.FrontEnd;
import io.sspr.client.FrontEndSettings;
import io.sspr.client.NotAnswered;
import io.sspr.client.Person;
import io.sspr.console.check.Impact;
import io.sspr.console.check.ImpactReport;
import io.sspr.console.organisation.CannotRead;
import io.sspr.console.organisation.Organisation;
import io.sspr.console.organisation.StateTopics;
import io.sspr.console.why.Explanation;
import io.sspr.contract.ContractJson;
import io.sspr.contract.Refusal;
import io.sspr.contract.advice.Advice;
import io.sspr.contract.policy.Presets;
import io.sspr.contract.reply.PolicyChanged;
import io.sspr.contract.reply.PolicyRefused;
import io.sspr.contract.reply.Reply;
import io.sspr.contract.reply.RequestRefused;
import io.sspr.contract.seal.KeyMaterial;
import io.sspr.contract.seal.UnusableKeyMaterial;
import io.sspr.contract.state.Account;
import io.sspr.contract.state.Policy;
import io.sspr.demo.Administration;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Set;

/**
 * The commands {@code policy} and {@code why}. Exit status 0: done, and nobody is stranded; 1: somebody would be; 2: it was
 * not understood or cannot be done, and why.
 */
public final class RulesConsole {

    private static final int DONE = 0;
    private static final int STRANDS = 1;
    private static final int NOT_DONE = 2;
    private static final String CLIENT = "console";
    private static final String USAGE = """
            ./sspr policy show [safe|entra]
            ./sspr policy check FILE [--list N | --all]
            ./sspr policy apply FILE --as LOGIN [--yes] [--list N | --all]
            ./sspr why LOGIN [--language en|sl]
            each with [--bootstrap HOST:PORT], apply with [--secrets DIR]""";

    private final String bootstrap;
    private final Path secrets;
    private final PrintStream out;
    private final PrintStream err;

    private interface Command {
        int run() throws NotDone, CannotRead;
    }

    /**
     * With these defaults.
     *
     * @param bootstrap Kafka's {@code bootstrap.servers}
     * @param secrets where the console's key and the anchor are, see {@link KeyMaterial}
     */
    public RulesConsole(String bootstrap, Path secrets, PrintStream out, PrintStream err) {
        this.bootstrap = bootstrap;
        this.secrets = secrets;
        this.out = out;
        this.err = err;
    }

    /** Runs {@code policy} with what was typed after it; returns the exit status. */
    public int policy(List<String> typed) {
        return status(() -> {
            Set<String> options = Set.of("--list", "--all", "--yes", "--as", "--bootstrap", "--secrets");
            Arguments arguments = Arguments.parse(typed, options);
            List<String> words = arguments.words();
            String verb = words.isEmpty() ? "" : words.get(0);
            if (verb.equals("show") && words.size() == 1) return show(arguments);
            if (verb.equals("show") && words.size() == 2) return preset(words.get(1), arguments);
            if (verb.equals("check") && words.size() == 2) return check(Path.of(words.get(1)), arguments);
            if (verb.equals("apply") && words.size() == 2) return apply(Path.of(words.get(1)), arguments);
            throw new NotDone(USAGE);
        });
    }

    /** Runs {@code why} with what was typed after it; returns the exit status. */
    public int why(List<String> typed) {
        return status(() -> {
            Arguments arguments = Arguments.parse(typed, Set.of("--language", "--bootstrap"));
            if (arguments.words().size() != 1) throw new NotDone(USAGE);
            Organisation organisation = StateTopics.organisation(bootstrap(arguments));
            Account account = account(organisation, arguments.words().get(0));
            Advice advice = Advice.in(arguments.option("--language").orElse("en"));
            Explanation.of(organisation, account, inForce(organisation), advice).forEach(out::println);
            return DONE;
        });
    }

    private int status(Command command) {
        try {
            return command.run();
        } catch (NotDone | CannotRead e) {
            err.println(e.getMessage());
            return NOT_DONE;
        } catch (RuntimeException e) {
            // Whoever looks at the status only must not take it for "somebody is stranded".
            err.println("Something unforeseen happened: " + e);
            return NOT_DONE;
        }
    }

    private int show(Arguments arguments) throws NotDone, CannotRead {
        out.println(ContractJson.writePretty(inForce(StateTopics.rules(bootstrap(arguments)))));
        return DONE;
    }

    private int preset(String name, Arguments arguments) throws NotDone {
        Policy preset = switch (name) {
            case "safe" -> Presets.safe();
            case "entra" -> Presets.entra();
            default -> throw new NotDone("There is no preset \"" + name + "\": safe, entra.");
        };
        out.println(ContractJson.writePretty(PolicyFile.inPlaceOf(versionInForce(arguments), preset)));
        return DONE;
    }

    /** So that a preset can be applied as it is printed; a preset can be looked at without a system, too. */
    private long versionInForce(Arguments arguments) {
        try {
            return inForce(StateTopics.rules(bootstrap(arguments))).version();
        } catch (NotDone | CannotRead e) {
            err.println("As version 0: " + e.getMessage());
            return 0;
        }
    }

    private int check(Path file, Arguments arguments) throws NotDone, CannotRead {
        Policy wanted = PolicyFile.read(file);
        Organisation organisation = StateTopics.organisation(bootstrap(arguments));
        Policy inForce = inForce(organisation);
        if (wanted.version() != inForce.version()) out.println(otherVersion(wanted, inForce));
        return report(Impact.of(organisation, inForce, wanted), arguments) ? STRANDS : DONE;
    }

    private int apply(Path file, Arguments arguments) throws NotDone, CannotRead {
        String login = arguments
                .option("--as")
                .orElseThrow(() -> new NotDone("Say who you are, an administrator: --as LOGIN"));
        Policy wanted = PolicyFile.read(file);
        Organisation organisation = StateTopics.organisation(bootstrap(arguments));
        Policy inForce = inForce(organisation);
        Account administrator = account(organisation, login);
        if (!administrator.administrator()) throw new NotDone(administrator.login() + " is no administrator.");
        if (wanted.version() != inForce.version()) throw new NotDone(otherVersion(wanted, inForce));
        Impact impact = Impact.of(organisation, inForce, wanted);
        boolean strands = report(impact, arguments);
        if (impact.differences().isEmpty()) return DONE;
        if (strands && !arguments.has("--yes")) {
            out.println("Nothing was changed: with --yes it is, whoever is stranded.");
            return STRANDS;
        }
        return answered(ask(wanted, administrator, arguments), inForce);
    }

    private boolean report(Impact impact, Arguments arguments) {
        int most = arguments.has("--all")
                ? Integer.MAX_VALUE
                : Integer.parseInt(arguments.option("--list").orElse("20"));
        new ImpactReport(out, most).print(impact);
        return !impact.stranded().isEmpty();
    }

    private Reply ask(Policy wanted, Account administrator, Arguments arguments) throws NotDone {
        Clock clock = Clock.systemUTC();
        try {
            KeyMaterial keys =
                    new KeyMaterial(arguments.option("--secrets").map(Path::of).orElse(secrets), clock);
            FrontEndSettings settings = new FrontEndSettings(
                    bootstrap(arguments), CLIENT, keys.anchorThumbprint(), keys.assertionSigner(CLIENT));
            // Whoever can read the console's key speaks for it: it vouches that this is the administrator.
            Person person = new Person(administrator.accountId(), clock.instant(), List.of("pwd")).withApp();
            try (FrontEnd console = FrontEnd.connect(settings)) {
                return new Administration(console, person).changePolicy(wanted).reply();
            }
        } catch (NotAnswered e) {
            throw new NotDone(
                    e.getMessage() + "\nWhether the rules have changed is not known: look with ./sspr policy show.", e);
        } catch (IllegalStateException | UnusableKeyMaterial e) {
            throw new NotDone("Nothing was changed. " + e.getMessage(), e);
        }
    }

    private int answered(Reply reply, Policy inForce) throws NotDone {
        if (reply instanceof PolicyChanged changed) {
            out.println("In force as version " + changed.version() + ".");
            return DONE;
        }
        if (reply instanceof PolicyRefused refused)
            throw new NotDone("The rules cannot be in force:" + PolicyFile.lines(refused.faults()));
        if (reply instanceof RequestRefused refused && refused.reason() == Refusal.VERSION_CONFLICT)
            throw new NotDone("Somebody else has changed the rules since version " + inForce.version()
                    + ". Nothing was changed: look at them with ./sspr policy show, put your change into those, and"
                    + " apply that.");
        if (reply instanceof RequestRefused refused)
            throw new NotDone("The request was refused: " + refused.reason() + ". Nothing was changed.");
        throw new NotDone("An unforeseen reply: " + reply);
    }

    private static String otherVersion(Policy wanted, Policy inForce) {
        return "The file was made from version " + wanted.version() + ", and version " + inForce.version()
                + " is in force. To apply it, see that the differences are all meant, then put \"version\" : "
                + inForce.version() + " into the file.";
    }

    private static Account account(Organisation organisation, String login) throws NotDone {
        return organisation
                .account(login)
                .orElseThrow(() -> new NotDone("There is no account with the login \"" + login + "\"."));
    }

    private static Policy inForce(Organisation organisation) throws NotDone {
        return organisation
                .policy()
                .orElseThrow(() -> new NotDone("There are no rules on sspr.policy: has registration-service started?"));
    }

    private String bootstrap(Arguments arguments) {
        return arguments.option("--bootstrap").orElse(bootstrap);
    }
}
