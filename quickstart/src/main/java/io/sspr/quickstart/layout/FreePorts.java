package io.sspr.quickstart.layout;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.ArrayList;
import java.util.List;

/** Finds TCP ports on which nobody listens. Free now is not free for ever: whoever binds later may still fail. */
final class FreePorts {

    private static final int ATTEMPTS = 50;

    private FreePorts() {}

    /** Different ports, all held open until the last is found so that none comes twice. */
    static int[] find(int count) {
        List<ServerSocket> held = new ArrayList<>();
        try {
            for (int i = 0; i < count; i++) {
                held.add(new ServerSocket(0, 1, InetAddress.getLoopbackAddress()));
            }
            return held.stream().mapToInt(ServerSocket::getLocalPort).toArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            held.forEach(FreePorts::close);
        }
    }

    /** The first of {@code size} neighbouring ports that are all free. */
    static int findBlock(int size) {
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            int first = find(1)[0];
            if (first + size <= 65536 && isFree(first, size)) {
                return first;
            }
        }
        throw new IllegalStateException("No " + size + " neighbouring free ports found");
    }

    static boolean isFree(int first, int size) {
        for (int port = first; port < first + size; port++) {
            if (!isFree(port)) {
                return false;
            }
        }
        return true;
    }

    static boolean isFree(int port) {
        // Binding alone is not enough: macOS lets 127.0.0.1 be bound while somebody listens on all interfaces.
        try (Socket caller = new Socket()) {
            caller.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 500);
            return false;
        } catch (IOException nobodyAnswers) {
            return canBind(port);
        }
    }

    private static boolean canBind(int port) {
        try (ServerSocket socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            return true;
        } catch (IOException taken) {
            return false;
        }
    }

    private static void close(ServerSocket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
