package io.sspr.console;

import static org.assertj.core.api.Assertions.assertThat;

import io.sspr.contract.Client;
import io.sspr.contract.ContractJson;
import io.sspr.contract.MessageType;
import io.sspr.contract.Refusal;
import io.sspr.contract.Topics;
import io.sspr.contract.policy.PolicyFault;
import io.sspr.contract.policy.Presets;
import io.sspr.contract.reply.PolicyChanged;
import io.sspr.contract.reply.PolicyRefused;
import io.sspr.contract.reply.RequestRefused;
import io.sspr.contract.seal.KeyMaterial;
import io.sspr.contract.state.Policy;
import io.sspr.contract.state.State;
import io.sspr.messaging.testing.RunningKafka;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RulesConsoleIntegrationTests {

    private static final int SIZE = 10_000;
    private static final Population PEOPLE = new Population(SIZE);

    @TempDir
    private Path directory;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @BeforeAll
    static void writeFacts() {
        Client console = new Client("console", Set.of(MessageType.CHANGE_POLICY));
        RunningKafka.create(Topics.all(List.of(console)).stream()
                .map(topic -> new NewTopic(topic.name(), topic.partitions(), (short) 1).configs(topic.settings()))
                .toList());
        try (StateWriter writer = new StateWriter()) {
            PEOPLE.written.forEach(writer::write);
            PEOPLE.gone.forEach(writer::delete);
            writer.commit();
            // Of what was never committed nothing may be believed.
            writer.write(Population.rules(8, 2));
            for (State state : PEOPLE.written.subList(0, 500)) writer.delete(state);
            writer.abort();
        }
    }

    @Test
    void namesExactlyThosePeopleWhomASecondGateStrands() throws IOException {
        Path file = file(Population.rules(7, 2));
        long begin = System.nanoTime();
        assertThat(policy("check", file.toString(), "--all")).isEqualTo(1);
        Duration taken = Duration.ofNanos(System.nanoTime() - begin);
        System.out.println("policy check of " + SIZE + " accounts, from nothing: " + taken.toMillis() + " ms");
        assertThat(listed("could no longer reset who can now")).isEqualTo(PEOPLE.stranded);
        assertThat(text())
                .contains("  gates: 1 → 2\n")
                .contains("Of " + SIZE + " accounts " + PEOPLE.able + " can reset alone now, and "
                        + (PEOPLE.able - PEOPLE.stranded.size()) + " could then.")
                .contains("\n" + PEOPLE.stranded.size() + " could no longer reset who can now:")
                .contains("\n0 could reset who cannot now.")
                .contains("  id-person00001 person00001: TOO_FEW_METHODS, missing: 1 more of AUTHENTICATOR_APP, SMS\n");
        assertThat(listed("would be asked to register"))
                .containsEntry("person00000", "RESET_NEEDS_MORE: 2 more of AUTHENTICATOR_APP, EMAIL, SMS")
                .containsEntry("person00001", "RESET_NEEDS_MORE: 1 more of AUTHENTICATOR_APP, SMS")
                // Two proven, one in quarantine, in an excluded group through others, and with a password elsewhere.
                .doesNotContainKeys("person00002", "person00003", "person00007", "person00009");
    }

    @Test
    void namesNoMorePeopleThanWanted() throws IOException {
        Path file = file(Population.rules(7, 2));
        assertThat(policy("check", file.toString(), "--list", "3")).isEqualTo(1);
        assertThat(listed("could no longer reset who can now")).hasSize(3);
        assertThat(text()).contains("  and " + (PEOPLE.stranded.size() - 3) + " more; --all names them");
    }

    @Test
    void strandsNobodyWhereNothingChanges() throws IOException {
        assertThat(policy("check", file(Population.rules(7, 1)).toString())).isZero();
        assertThat(text()).startsWith("Nothing changes in the rules.").contains("\n0 could no longer reset");
    }

    @Test
    void showsTheRulesAsAFileThatCanBeApplied() throws Exception {
        assertThat(policy("show")).isZero();
        assertThat(ContractJson.read(out.toByteArray(), Policy.class)).isEqualTo(Population.rules(7, 1));
        Path file = Files.write(directory.resolve("rules.json"), out.toByteArray());
        assertThat(policy("apply", file.toString(), "--as", "person00006")).isZero();
        assertThat(text()).startsWith("Nothing changes in the rules.");
    }

    @Test
    void showsPresetsInThePlaceOfTheRulesInForce() throws Exception {
        assertThat(policy("show", "entra")).isZero();
        assertThat(ContractJson.read(out.toByteArray(), Policy.class))
                .isEqualTo(PolicyFile.inPlaceOf(7, Presets.entra()));
        assertThat(policy("show", "other")).isEqualTo(2);
    }

    @Test
    void namesWhatIsWrongWithAFile() throws IOException {
        Path file = file(Population.rules(7, 2));
        Files.writeString(file, Files.readString(file).replace("\"gates\" : 2", "\"gate\" : 2"));
        assertThat(policy("check", file.toString())).isEqualTo(2);
        assertThat(errors()).contains("Line 3, column 3: gate is not known;").contains("gates is missing.");
        Files.writeString(file, Files.readString(file).replace("\"gate\" : 2", "\"gates\" : 9"));
        assertThat(policy("check", file.toString())).isEqualTo(2);
        assertThat(errors()).contains("cannot be in force:\n  gates: must ");
        assertThat(policy("check", directory.resolve("none.json").toString())).isEqualTo(2);
        assertThat(errors()).contains("There is no file");
        assertThat(text()).isEmpty();
    }

    @Test
    void saysFromWhichVersionAFileIs() throws IOException {
        assertThat(policy("check", file(Population.rules(6, 1)).toString())).isZero();
        assertThat(text()).startsWith("The file was made from version 6, and version 7 is in force.");
        String other = file(Population.rules(6, 2)).toString();
        assertThat(policy("apply", other, "--as", "person00006", "--yes")).isEqualTo(2);
        assertThat(errors()).contains("put \"version\" : 7 into the file");
    }

    @Test
    void changesNothingUnlessAnAdministratorSaysSo() throws IOException {
        String file = file(Population.rules(7, 2)).toString();
        assertThat(policy("apply", file)).isEqualTo(2);
        assertThat(errors()).contains("--as LOGIN");
        assertThat(policy("apply", file, "--as", "person00001", "--yes")).isEqualTo(2);
        assertThat(errors()).contains("person00001 is no administrator.");
        assertThat(policy("apply", file, "--as", "person00006")).isEqualTo(1);
        assertThat(text()).endsWith("Nothing was changed: with --yes it is, whoever is stranded.\n");
        String none = directory.resolve("none").toString();
        assertThat(policy("apply", file, "--as", "person00006", "--yes", "--secrets", none))
                .isEqualTo(2);
        assertThat(errors()).startsWith("Nothing was changed. ");
    }

    @Test
    void putsRulesInForceForTheAdministratorWhomItVouchesFor() throws Exception {
        KeyMaterial keys = new KeyMaterial(directory, Clock.systemUTC());
        keys.generate(List.of("console"));
        String file = file(Population.rules(7, 2)).toString();
        String[] command = {"apply", file, "--as", "Person00006", "--yes", "--list", "0"};
        AnsweringService service = new AnsweringService(keys, new PolicyChanged(8));
        assertThat(policy(command)).isZero();
        assertThat(text()).endsWith("In force as version 8.\n");
        AnsweringService.Heard heard = service.heard();
        assertThat(heard.request().policy()).isEqualTo(Population.rules(7, 2));
        assertThat(heard.assertion().subject()).isEqualTo(PEOPLE.accountId("person00006"));
        assertThat(heard.assertion().amr()).contains("pwd", "mfa");

        new AnsweringService(keys, new PolicyRefused(List.of(new PolicyFault("kinds", "must be other"))));
        assertThat(policy(command)).isEqualTo(2);
        assertThat(errors()).isEqualTo("The rules cannot be in force:\n  kinds: must be other\n");

        new AnsweringService(keys, new RequestRefused(null, Refusal.VERSION_CONFLICT, null));
        assertThat(policy(command)).isEqualTo(2);
        assertThat(errors()).startsWith("Somebody else has changed the rules since version 7. Nothing was changed");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    person00000 | cannot reset alone: NOT_REGISTERED (Entra SSPR_0014)   | methods            none   <- decides
                    PERSON00001 | can reset alone                                        | EMAIL VERIFIED: counts
                    person00003 | can reset alone                                        | AUTHENTICATOR_APP QUARANTINED: does not count: too new, in quarantine
                    person00004 | can reset alone                                        | SMS IMPORTED: does not count: nobody has proven it
                    person00005 | can reset alone                                        | AUTHENTICATOR_APP LOCKED: does not count: locked
                    person00006 | cannot reset alone: TOO_FEW_METHODS (Entra SSPR_0014)  | gates              2: the stricter of 1 for everybody and 2 for administrators
                    person00007 | cannot reset alone: EXCLUDED (Entra SSPR_0013)         | excluded           in team → suppliers → contractors   <- decides
                    person00007 | cannot reset alone: EXCLUDED (Entra SSPR_0013)         | scope              SELECTED: in team → staff → everybody
                    person00008 | can reset alone                                        | EMAIL VERIFIED: counts only once
                    person00009 | cannot reset alone: PASSWORD_ELSEWHERE (Entra SSPR_0010) | password           kept by another system   <- decides
                    """)
    void saysWhyRuleByRule(String login, String verdict, String line) {
        assertThat(console().why(List.of(login))).isZero();
        assertThat(text()).contains("verdict            " + verdict + "\n").contains(line);
    }

    @Test
    void saysWhatToDoInTheLanguageThatIsWanted() {
        assertThat(console().why(List.of("person00000", "--language", "sl"))).isZero();
        assertThat(text()).contains("to the person      Vašega računa").contains("to administrators  Oseba ni");
        assertThat(console().why(List.of("left"))).isEqualTo(2);
        assertThat(errors()).contains("There is no account with the login \"left\".");
    }

    @Test
    void concludesNothingFromWhatItCannotUnderstand() throws IOException {
        Path file = file(Population.rules(7, 1));
        byte[] key = "odd".getBytes(StandardCharsets.UTF_8);
        RunningKafka.send(new ProducerRecord<>(Topics.GROUPS, 0, key, "{}".getBytes(StandardCharsets.UTF_8)));
        assertThat(policy("check", file.toString())).isEqualTo(2);
        assertThat(errors()).contains("A record of sspr.groups, partition 0, offset ");
        RunningKafka.send(new ProducerRecord<>(Topics.GROUPS, 0, key, null));
        assertThat(policy("check", file.toString())).isZero();
    }

    @Test
    void whatIsNotUnderstoodIsNotDone() {
        for (List<String> typed : List.of(
                List.<String>of(),
                List.of("check"),
                List.of("show", "safe", "entra"),
                List.of("check", "f", "--list", "x"),
                List.of("check", "f", "--list"),
                List.of("check", "f", "--force"),
                List.of("check", "no\0path")))
            assertThat(console().policy(typed)).as("%s", typed).isEqualTo(2);
        assertThat(console().why(List.of())).isEqualTo(2);
    }

    private Path file(Policy policy) throws IOException {
        return Files.writeString(directory.resolve("rules.json"), ContractJson.writePretty(policy));
    }

    private int policy(String... typed) {
        out.reset();
        err.reset();
        return console().policy(List.of(typed));
    }

    private RulesConsole console() {
        return new RulesConsole(
                RunningKafka.servers(),
                directory,
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8));
    }

    private String text() {
        return out.toString(StandardCharsets.UTF_8);
    }

    private String errors() {
        return err.toString(StandardCharsets.UTF_8);
    }

    /** What is said of each login below that heading; of those who are stranded, the reason alone. */
    private Map<String, String> listed(String heading) {
        Map<String, String> listed = new TreeMap<>();
        boolean below = false;
        for (String line : text().lines().toList()) {
            if (!line.startsWith("  ")) below = line.contains(heading);
            else if (below && line.startsWith("  id-")) {
                String[] parts = line.strip().split(" ", 3);
                String login = parts[1].substring(0, parts[1].length() - 1);
                listed.put(login, heading.contains("reset who can") ? parts[2].replaceAll(",.*", "") : parts[2]);
            }
        }
        return listed;
    }
}
