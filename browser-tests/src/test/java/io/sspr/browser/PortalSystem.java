package io.sspr.browser;

import io.sspr.client.Person;
import io.sspr.contract.reply.AccountProvisioned;
import io.sspr.contract.reply.CredentialImported;
import io.sspr.contract.reply.SignedIn;
import io.sspr.contract.secret.AccountEntry;
import io.sspr.contract.secret.InitialCredential;
import io.sspr.demo.Administration;
import io.sspr.live.EmbeddedParts;
import io.sspr.live.LiveSystem;
import io.sspr.live.Mark;
import io.sspr.quickstart.portal.PortalSetup;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.UUID;

/** The whole system with the portal and a recording proxy before it, started once for all tests of this JVM. */
final class PortalSystem extends LiveSystem {

    private final PortalBehind portal;
    private final People people = new People(this);

    private PortalSystem(PortalBehind portal) {
        super(new EmbeddedParts(portal.blueprint()));
        this.portal = portal;
        people.prepare();
    }

    private static final class Holder {

        static final PortalSystem SHARED = new PortalSystem(new PortalBehind());
    }

    static PortalSystem shared() {
        return Holder.SHARED;
    }

    /** Where browsers find the portal, through the proxy. */
    URI address() {
        return portal.proxy().address();
    }

    /** Who is here to be somebody in a test. */
    People people() {
        return people;
    }

    /** By somebody who may, signed in with two factors. */
    Administration administration() {
        String login = "administrator-" + UUID.randomUUID();
        UUID account = directory()
                .provision(new AccountEntry(login, login, "en", true))
                .reply(AccountProvisioned.class)
                .accountId();
        String password = "password of " + login;
        directory()
                .importCredential(account, new InitialCredential(null, password, false))
                .reply(CredentialImported.class);
        SignedIn reply = console().signIn(login, password).reply(SignedIn.class);
        return new Administration(console(), Person.of(reply, Instant.now()).withApp());
    }

    /** What the portal was started with, for another one beside it. */
    PortalSetup setup() {
        return portal.setup();
    }

    /** All that went between browsers and the portal. */
    RecordingProxy wire() {
        return portal.proxy();
    }

    /** As if its machine had died and another had taken over. */
    void killAndStartPortal() {
        portal.process().kill();
        try {
            portal.process().start();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while the portal starts", e);
        }
    }

    /** Whether the portal has written that down. */
    boolean isInPortalsLog(Mark mark) {
        try {
            return mark.isIn(Files.readAllBytes(portal.setup().log()));
        } catch (IOException e) {
            throw new UncheckedIOException("the portal's log cannot be read", e);
        }
    }

    /** What the portal holds on to in memory, after a collection. */
    LiveHeap portalsLiveHeap() {
        return new LiveHeap(liveHeap(logs().resolve("portal.hprof")));
    }

    private byte[] liveHeap(Path file) {
        try {
            Process dump = new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "jcmd")
                                    .toString(),
                            Long.toString(portal.process().pid()),
                            "GC.heap_dump",
                            file.toAbsolutePath().toString())
                    .redirectErrorStream(true)
                    .start();
            String said = new String(dump.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (dump.waitFor() != 0) throw new IllegalStateException("no heap dump: " + said);
            byte[] heap = Files.readAllBytes(file);
            Files.delete(file);
            return heap;
        } catch (IOException e) {
            throw new UncheckedIOException("no heap dump", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while dumping the heap", e);
        }
    }
}
