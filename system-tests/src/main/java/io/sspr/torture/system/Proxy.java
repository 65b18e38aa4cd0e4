package io.sspr.torture.system;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Hands connections on to a port of this machine. While it is cut, whatever is under way stays where it is and nobody is
 * told, as when a cable is pulled. When it is healed the connections that lasted go on, and what was under way arrives late;
 * or they are forgotten, as by a firewall that was started anew: nothing comes through them any more, and their callers are
 * never told.
 */
final class Proxy implements AutoCloseable {

    /** How two sides are connected, and whether anything passes. */
    private static final class Link {
        final Socket caller;
        final Socket callee;
        boolean forgotten;

        Link(Socket caller, Socket callee) {
            this.caller = caller;
            this.callee = callee;
        }
    }

    private static final int BUFFER = 64 * 1024;

    private final int target;
    private final ServerSocket server;
    private final Set<Socket> waiting = ConcurrentHashMap.newKeySet();
    private final Set<Link> links = ConcurrentHashMap.newKeySet();
    private final Object gate = new Object();
    private boolean cut;
    private boolean closed;

    private Proxy(int target, ServerSocket server) {
        this.target = target;
        this.server = server;
    }

    static Proxy listen(int port, int target) throws IOException {
        ServerSocket server = new ServerSocket();
        server.setReuseAddress(true);
        server.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
        Proxy proxy = new Proxy(target, server);
        daemon(proxy::accept, "proxy-" + port);
        return proxy;
    }

    void cut() {
        synchronized (gate) {
            cut = true;
        }
    }

    /** All goes on. */
    void heal() {
        synchronized (gate) {
            cut = false;
            gate.notifyAll();
        }
    }

    /** What comes now passes; what was there before does not. Whoever was called hears that its caller has gone. */
    void healForgetting() {
        synchronized (gate) {
            for (Link link : links) {
                link.forgotten = true;
                close(link.callee);
            }
        }
        heal();
    }

    private void accept() {
        while (!server.isClosed()) {
            try {
                Socket caller = server.accept();
                waiting.add(caller);
                daemon(() -> connect(caller), "proxy-to-" + target);
            } catch (IOException ended) {
                return;
            }
        }
    }

    private void connect(Socket caller) {
        try {
            awaitWhole(null);
            Link link = new Link(caller, new Socket(InetAddress.getLoopbackAddress(), target));
            links.add(link);
            link.caller.setTcpNoDelay(true);
            link.callee.setTcpNoDelay(true);
            daemon(() -> pump(link, link.callee, link.caller), "proxy-from-" + target);
            pump(link, link.caller, link.callee);
        } catch (IOException nobodyThere) {
            close(caller);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            waiting.remove(caller);
        }
    }

    private void pump(Link link, Socket from, Socket to) {
        byte[] buffer = new byte[BUFFER];
        try {
            try {
                InputStream in = from.getInputStream();
                OutputStream out = to.getOutputStream();
                for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                    awaitWhole(link);
                    out.write(buffer, 0, read);
                }
            } catch (IOException oneSideHasGone) {
                // That is not heard over a cut cable either.
            }
            awaitWhole(link);
            links.remove(link);
            close(link.caller);
            close(link.callee);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void awaitWhole(@Nullable Link link) throws InterruptedException {
        synchronized (gate) {
            while (!closed && (cut || (link != null && link.forgotten))) gate.wait();
        }
    }

    private static void close(Socket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            // It was closed.
        }
    }

    private static void daemon(Runnable task, String name) {
        Thread thread = new Thread(null, task, name, 256 * 1024);
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public void close() throws IOException {
        server.close();
        synchronized (gate) {
            closed = true;
            gate.notifyAll();
        }
        waiting.forEach(Proxy::close);
        for (Link link : links) {
            close(link.caller);
            close(link.callee);
        }
    }
}
