package io.sspr.browser;

import io.sspr.live.Mark;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Pattern;

/**
 * Passes bytes between browsers and the portal on the loopback interface, and keeps all of them, so that a test can say what
 * was never sent.
 */
public final class RecordingProxy implements AutoCloseable {

    private static final Pattern CHUNK = Pattern.compile("\r\n[0-9a-fA-F]{1,8}(;[^\r\n]*)?\r\n");
    private static final Pattern COMPRESSED = Pattern.compile("\r\n(?i:content-encoding): *(?!identity)([^\r\n]+)");

    private final URI target;
    private final ServerSocket server;
    private final List<Direction> directions = new CopyOnWriteArrayList<>();
    private final List<Socket> open = new CopyOnWriteArrayList<>();

    private record Direction(boolean fromBrowser, ByteArrayOutputStream bytes) {}

    private RecordingProxy(URI target, ServerSocket server) {
        this.target = target;
        this.server = server;
    }

    /** In front of what is served there. */
    public static RecordingProxy before(URI target) throws IOException {
        RecordingProxy proxy = new RecordingProxy(target, new ServerSocket(0, 50, InetAddress.getLoopbackAddress()));
        start("proxy", proxy::accept);
        return proxy;
    }

    /** Where browsers go instead. */
    public URI address() {
        return URI.create("http://127.0.0.1:" + server.getLocalPort() + "/");
    }

    /** Whether a browser ever sent it, in any form. */
    public boolean wasSent(Mark mark) {
        return isIn(mark, true);
    }

    /** Whether a browser was ever answered with it, in any form. */
    public boolean wasReceived(Mark mark) {
        return isIn(mark, false);
    }

    private boolean isIn(Mark mark, boolean fromBrowser) {
        boolean found = false;
        for (Direction direction : directions) {
            if (direction.fromBrowser() != fromBrowser) continue;
            byte[] bytes = direction.bytes().toByteArray();
            String text = new String(bytes, StandardCharsets.ISO_8859_1);
            if (COMPRESSED.matcher(text).find())
                throw new IllegalStateException("what was compressed on its way cannot be searched");
            // A long answer comes in chunks, and their edges would split what is looked for.
            byte[] whole = CHUNK.matcher(text).replaceAll("").getBytes(StandardCharsets.ISO_8859_1);
            found |= mark.isIn(bytes) || mark.isIn(whole);
        }
        return found;
    }

    private void accept() {
        while (!server.isClosed()) {
            try {
                Socket browser = server.accept();
                open.add(browser);
                Socket portal = connect(browser);
                open.add(portal);
                Direction sent = new Direction(true, new ByteArrayOutputStream());
                Direction received = new Direction(false, new ByteArrayOutputStream());
                directions.add(sent);
                directions.add(received);
                start("proxy-sent", () -> pass(browser, portal, sent));
                start("proxy-received", () -> pass(portal, browser, received));
            } catch (IOException e) {
                // Closed, or the portal is not there: the browser tells.
            }
        }
    }

    private Socket connect(Socket browser) throws IOException {
        try {
            return new Socket(target.getHost(), target.getPort());
        } catch (IOException e) {
            browser.close();
            throw e;
        }
    }

    private static void pass(Socket from, Socket to, Direction direction) {
        byte[] buffer = new byte[16 * 1024];
        try (from;
                to) {
            InputStream in = from.getInputStream();
            OutputStream out = to.getOutputStream();
            for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
                // Kept first: what has arrived has been recorded.
                direction.bytes().write(buffer, 0, count);
                out.write(buffer, 0, count);
                out.flush();
            }
        } catch (IOException e) {
            // One of the two has gone, which ends the other direction too.
        }
    }

    private static void start(String name, Runnable work) {
        Thread thread = new Thread(work, name);
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public void close() throws IOException {
        server.close();
        for (Socket socket : open) socket.close();
    }
}
