package io.sspr.quickstart.layout;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

/** Finds TCP ports on which nobody listens. Free now is not free for ever: whoever binds later may still fail. */
final class FreePorts {

    /** Below what the system gives to connections: one of those may be given away before it is bound. */
    private static final int FIRST = 15_000;

    private static final int COUNT = 17_000;

    /** Each process begins at a place of its own, so that two that look at once find different ones. */
    private static final AtomicInteger NEXT =
            new AtomicInteger((int) (ProcessHandle.current().pid() * 61 % COUNT));

    private FreePorts() {}

    /** Different ports. */
    static int[] find(int count) {
        return IntStream.range(0, count).map(each -> findBlock(1)).toArray();
    }

    /** The first of {@code size} neighbouring ports that are all free. */
    static int findBlock(int size) {
        for (int looked = 0; looked < COUNT; looked += size) {
            int first = FIRST + Math.floorMod(NEXT.getAndAdd(size), COUNT);
            if (isFree(first, size)) {
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
}
