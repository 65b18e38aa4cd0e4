package io.sspr.notification.testing;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** A mail server that says what a test tells it to; otherwise it takes everything. */
public final class ScriptedSmtp implements AutoCloseable {

    /** Instead of a reply: none, while the connection stays open. */
    public static final String SILENCE = "silence";

    /** Instead of a reply: the connection is closed. */
    public static final String DROP = "drop";

    /** The connection itself. */
    public static final String GREETING = "";

    /** The end of a mail. */
    public static final String END_OF_DATA = ".";

    private final ServerSocket socket;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final Map<String, String> replies = new ConcurrentHashMap<>();
    private final List<Socket> open = new CopyOnWriteArrayList<>();
    private final List<String> mails = new CopyOnWriteArrayList<>();
    private final List<String> commands = new CopyOnWriteArrayList<>();
    private final AtomicInteger connections = new AtomicInteger();
    private final CountDownLatch goOn = new CountDownLatch(1);
    private volatile @Nullable String waitingAt;

    /** On any free port. */
    public ScriptedSmtp() throws IOException {
        this(0);
    }

    public ScriptedSmtp(int port) throws IOException {
        socket = new ServerSocket(port, 50, InetAddress.getLoopbackAddress());
        threads.execute(this::accept);
    }

    public int port() {
        return socket.getLocalPort();
    }

    /** What it says to a command, such as {@code RCPT}, from now on. */
    public void says(String verb, String reply) {
        replies.put(verb, reply);
    }

    /** It does not answer to that command before {@link #goesOn}. */
    public void waitsAt(String verb) {
        waitingAt = verb;
    }

    public void goesOn() {
        goOn.countDown();
    }

    /** It takes everything from now on. */
    public void isWell() {
        replies.clear();
    }

    /** The mails it has read to their ends, whatever it said then. */
    public List<String> mails() {
        return mails;
    }

    public List<String> commands() {
        return commands;
    }

    public int connections() {
        return connections.get();
    }

    private void accept() {
        while (!socket.isClosed())
            try {
                Socket client = socket.accept();
                open.add(client);
                connections.incrementAndGet();
                threads.execute(() -> talk(client));
            } catch (IOException e) {
                if (!socket.isClosed()) throw new UncheckedIOException(e);
            }
    }

    private void talk(Socket client) {
        try (client;
                BufferedReader in =
                        new BufferedReader(new InputStreamReader(client.getInputStream(), StandardCharsets.UTF_8))) {
            boolean on = reply(client, GREETING, "220 scripted ESMTP");
            for (String line = on ? in.readLine() : null; line != null; line = on ? in.readLine() : null) {
                commands.add(line);
                String verb = line.split("[ :]", 2)[0];
                on = switch (verb) {
                    case "EHLO" -> reply(client, verb, "250-scripted\r\n250 8BITMIME");
                    case "DATA" -> reply(client, verb, "354 go on") && data(client, in);
                    case "QUIT" -> {
                        reply(client, verb, "221 bye");
                        yield false;
                    }
                    default -> reply(client, verb, "250 ok");
                };
            }
        } catch (IOException e) {
            // The client is gone, as some tests want it.
            commands.add("<gone>");
        }
    }

    private boolean data(Socket client, BufferedReader in) throws IOException {
        if (replies.containsKey("DATA")) return true;
        StringBuilder mail = new StringBuilder();
        for (String line = in.readLine(); line != null; line = in.readLine()) {
            if (line.equals(".")) {
                mails.add(mail.toString());
                return reply(client, END_OF_DATA, "250 taken");
            }
            mail.append(line.startsWith(".") ? line.substring(1) : line).append('\n');
        }
        return false;
    }

    /** Whether the conversation goes on. */
    private boolean reply(Socket client, String verb, String usual) throws IOException {
        if (verb.equals(waitingAt)) waitUntilItMayGoOn();
        String reply = replies.getOrDefault(verb, usual);
        if (reply.equals(DROP)) return false;
        if (reply.equals(SILENCE)) return true;
        OutputStream out = client.getOutputStream();
        out.write((reply + "\r\n").getBytes(StandardCharsets.UTF_8));
        out.flush();
        return true;
    }

    private void waitUntilItMayGoOn() {
        try {
            goOn.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() throws IOException {
        socket.close();
        for (Socket client : open) client.close();
        threads.shutdownNow();
    }
}
