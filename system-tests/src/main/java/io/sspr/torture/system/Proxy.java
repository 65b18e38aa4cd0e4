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

/**
 * Hands connections on to a port of this machine. While it is cut, whatever is under way stays where it is and nobody is
 * told, as when a cable is pulled; when it is healed the connections that lasted go on, and what was under way arrives late.
 */
final class Proxy implements AutoCloseable {

    private static final int BUFFER = 64 * 1024;

    private final int target;
    private final ServerSocket server;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private final Object gate = new Object();
    private boolean cut;

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

    void setCut(boolean now) {
        synchronized (gate) {
            cut = now;
            gate.notifyAll();
        }
    }

    private void accept() {
        while (!server.isClosed()) {
            try {
                Socket caller = server.accept();
                open.add(caller);
                daemon(() -> connect(caller), "proxy-to-" + target);
            } catch (IOException closed) {
                return;
            }
        }
    }

    private void connect(Socket caller) {
        try {
            awaitWhole();
            Socket callee = new Socket(InetAddress.getLoopbackAddress(), target);
            open.add(callee);
            caller.setTcpNoDelay(true);
            callee.setTcpNoDelay(true);
            daemon(() -> pump(callee, caller), "proxy-from-" + target);
            pump(caller, callee);
        } catch (IOException nobodyThere) {
            close(caller);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void pump(Socket from, Socket to) {
        byte[] buffer = new byte[BUFFER];
        try {
            InputStream in = from.getInputStream();
            OutputStream out = to.getOutputStream();
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                awaitWhole();
                out.write(buffer, 0, read);
            }
            awaitWhole();
        } catch (IOException oneSideHasGone) {
            // The other is told below, as soon as it can be.
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            tellOf(from, to);
        }
    }

    /** That a side has gone is not heard over a cut cable either. */
    private void tellOf(Socket from, Socket to) {
        try {
            awaitWhole();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        close(from);
        close(to);
    }

    private void awaitWhole() throws InterruptedException {
        synchronized (gate) {
            while (cut) gate.wait();
        }
    }

    private void close(Socket socket) {
        open.remove(socket);
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
        setCut(false);
        open.forEach(this::close);
    }
}
