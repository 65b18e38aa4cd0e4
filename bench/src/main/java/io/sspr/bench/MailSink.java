package io.sspr.bench;

import io.sspr.demo.Mail;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A mail server (RFC 5321) that takes every mail and keeps none, one thread to a connection; it knows what its threads cost.
 */
final class MailSink implements AutoCloseable {

    /** Is told of each mail, before the sender is, on a thread of the sink: it must not block. */
    @FunctionalInterface
    interface Listener {
        void accepted(String address, Optional<String> code);
    }

    private static final Logger LOG = LoggerFactory.getLogger(MailSink.class);
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    private final ServerSocket server;
    private final Listener listener;
    private final Map<Long, Thread> threads = new ConcurrentHashMap<>();
    private final Map<Socket, Boolean> open = new ConcurrentHashMap<>();
    private final AtomicLong endedNanos = new AtomicLong();
    private final AtomicLong mails = new AtomicLong();

    MailSink(int port, Listener listener) throws IOException {
        this.server = new ServerSocket(port, 50, InetAddress.getLoopbackAddress());
        this.listener = listener;
        start(this::accept, "mail-sink");
    }

    long mails() {
        return mails.get();
    }

    /** What all its threads have used so far. */
    Duration cpu() {
        long nanos = endedNanos.get();
        for (Thread thread : threads.values()) nanos += Math.max(0, THREADS.getThreadCpuTime(thread.getId()));
        return Duration.ofNanos(nanos);
    }

    private void start(Runnable work, String name) {
        Thread thread = new Thread(
                () -> {
                    threads.put(Thread.currentThread().getId(), Thread.currentThread());
                    try {
                        work.run();
                    } finally {
                        endedNanos.addAndGet(THREADS.getCurrentThreadCpuTime());
                        threads.remove(Thread.currentThread().getId());
                    }
                },
                name);
        thread.setDaemon(true);
        thread.start();
    }

    private void accept() {
        while (!server.isClosed()) {
            try {
                Socket socket = server.accept();
                open.put(socket, true);
                start(() -> serve(socket), "mail-sink-connection");
            } catch (IOException e) {
                if (!server.isClosed()) throw new UncheckedIOException(e);
            }
        }
    }

    private void serve(Socket socket) {
        try (socket) {
            socket.setTcpNoDelay(true);
            InputStream in = new BufferedInputStream(socket.getInputStream(), 16 * 1024);
            OutputStream out = new BufferedOutputStream(socket.getOutputStream());
            say(out, "220 sink");
            String recipient = "";
            while (true) {
                String line = line(in);
                if (line == null) return;
                String verb = line.substring(0, Math.min(4, line.length())).toUpperCase(Locale.ROOT);
                switch (verb) {
                    case "EHLO" -> say(out, "250-sink\r\n250 8BITMIME");
                    case "RCPT" -> {
                        recipient = line.substring(line.indexOf('<') + 1, line.indexOf('>'));
                        say(out, "250 ok");
                    }
                    case "DATA" -> {
                        say(out, "354 go on");
                        String mail = data(in);
                        mails.incrementAndGet();
                        listener.accepted(recipient, new Mail(0, "", mail.replace("=C2=A0", "\u00a0")).code());
                        say(out, "250 ok");
                    }
                    case "QUIT" -> {
                        say(out, "221 bye");
                        return;
                    }
                    default -> say(out, "250 ok");
                }
            }
        } catch (IOException e) {
            // The sender has gone; whether it is content is its own concern.
            LOG.debug("A sender has gone", e);
        } finally {
            open.remove(socket);
        }
    }

    private static void say(OutputStream out, String answer) throws IOException {
        out.write((answer + "\r\n").getBytes(StandardCharsets.US_ASCII));
        out.flush();
    }

    private static @Nullable String line(InputStream in) throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream(128);
        for (int read = in.read(); read >= 0; read = in.read()) {
            if (read == '\n') return line.toString(StandardCharsets.UTF_8).stripTrailing();
            line.write(read);
        }
        return null;
    }

    private static String data(InputStream in) throws IOException {
        StringBuilder mail = new StringBuilder(4096);
        for (String line = line(in); line != null && !line.equals("."); line = line(in))
            mail.append(line).append('\n');
        return mail.toString();
    }

    @Override
    public void close() throws IOException {
        server.close();
        for (Socket socket : open.keySet()) socket.close();
    }
}
