package io.sspr.live;

import io.sspr.client.FrontEnd;
import io.sspr.client.FrontEndSettings;
import io.sspr.contract.Service;
import io.sspr.contract.seal.AssertionSigner;
import io.sspr.contract.seal.KeyMaterial;
import io.sspr.contract.secret.Origin;
import io.sspr.demo.Mailbox;
import io.sspr.quickstart.database.DatabaseLogin;
import io.sspr.quickstart.layout.Settings;
import java.net.URI;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.UUID;

/** Running parts, the sample clients connected to them, and the mails they send. */
public class LiveSystem {

    /** How long a test waits for what must come. */
    protected static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Parts parts;
    private final KeyMaterial keys;
    private final FrontEnd portal;
    private final FrontEnd directory;
    private final FrontEnd console;
    private final Mailbox mailbox;

    protected LiveSystem(Parts parts) {
        this.parts = parts;
        keys = new KeyMaterial(parts.settings().secrets(), Clock.systemUTC());
        String anchor = keys.anchorThumbprint();
        String bootstrap = parts.bootstrapServers();
        portal = FrontEnd.connect(
                new FrontEndSettings(bootstrap, "portal", anchor, keys.assertionSigner("portal"), PATIENCE));
        directory = FrontEnd.connect(new FrontEndSettings(bootstrap, "directory", anchor, null, PATIENCE));
        console = FrontEnd.connect(
                new FrontEndSettings(bootstrap, "console", anchor, keys.assertionSigner("console"), PATIENCE));
        mailbox = new Mailbox(URI.create("http://127.0.0.1:" + parts.settings().mailPort()));
    }

    public FrontEnd portal() {
        return portal;
    }

    /** The same for people who are there. */
    public FrontEnd portalAt(Origin origin) {
        return FrontEnd.connect(
                new FrontEndSettings(
                        bootstrap(), "portal", anchorThumbprint(), keys.assertionSigner("portal"), PATIENCE),
                origin);
    }

    public FrontEnd directory() {
        return directory;
    }

    public FrontEnd console() {
        return console;
    }

    public Mailbox mailbox() {
        return mailbox;
    }

    public Settings settings() {
        return parts.settings();
    }

    public String bootstrap() {
        return parts.bootstrapServers();
    }

    public URI mailPage() {
        return URI.create("http://127.0.0.1:" + parts.settings().mailPort());
    }

    public Path secrets() {
        return parts.settings().secrets();
    }

    public Path logs() {
        return parts.settings().logs();
    }

    public String anchorThumbprint() {
        return keys.anchorThumbprint();
    }

    public DatabaseLogin database(Service service) {
        return parts.login(service);
    }

    /** Waits until reset-service has heard of so many methods of somebody: a reply can be quicker than that on a busy machine. */
    void awaitMethodsKnown(UUID account, int count) {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        try (Connection connection = database(Service.RESET).connect();
                PreparedStatement known =
                        connection.prepareStatement("select count(*) >= ? from known_methods where account_id = ?")) {
            known.setInt(1, count);
            known.setObject(2, account);
            while (!isTrue(known)) {
                if (System.nanoTime() > deadline)
                    throw new IllegalStateException("reset-service has not heard of the methods of " + account);
                Thread.sleep(20);
            }
        } catch (SQLException e) {
            throw new IllegalStateException("the database of reset-service cannot be read", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while reset-service hears of methods", e);
        }
    }

    private static boolean isTrue(PreparedStatement statement) throws SQLException {
        try (ResultSet row = statement.executeQuery()) {
            return row.next() && row.getBoolean(1);
        }
    }

    public AssertionSigner assertionSigner(String client) {
        return keys.assertionSigner(client);
    }

    public String sealingKeyId(Service service) {
        return keys.keySet(service.principal()).current().getKeyID();
    }
}
