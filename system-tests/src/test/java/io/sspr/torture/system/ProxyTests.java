package io.sspr.torture.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sspr.quickstart.layout.Ports;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import org.junit.jupiter.api.Test;

/** A cut cable loses nothing and tells nobody. */
class ProxyTests {

    @Test
    void whatIsUnderWayWhenItIsCutArrivesWhenItIsHealed() throws Exception {
        try (Link link = new Link()) {
            Socket caller = link.caller;
            Socket callee = link.callee;
            caller.getOutputStream().write(1);
            assertThat(callee.getInputStream().read()).isEqualTo(1);
            link.proxy.cut();
            caller.getOutputStream().write(2);
            callee.setSoTimeout(200);
            assertThatThrownBy(() -> callee.getInputStream().read()).isInstanceOf(SocketTimeoutException.class);
            link.proxy.heal();
            callee.setSoTimeout(0);
            assertThat(callee.getInputStream().read()).isEqualTo(2);
            callee.getOutputStream().write(3);
            assertThat(caller.getInputStream().read()).isEqualTo(3);
        }
    }

    @Test
    void whoHangsUpOverACutCableIsHeardWhenItIsHealed() throws Exception {
        try (Link link = new Link()) {
            Socket caller = link.caller;
            Socket callee = link.callee;
            link.proxy.cut();
            caller.shutdownOutput();
            callee.setSoTimeout(200);
            assertThatThrownBy(() -> callee.getInputStream().read()).isInstanceOf(SocketTimeoutException.class);
            link.proxy.heal();
            callee.setSoTimeout(0);
            assertThat(callee.getInputStream().read()).isEqualTo(-1);
        }
    }

    @Test
    void aForgottenConnectionIsDeadForItsCallerWithoutAWord() throws Exception {
        try (Link link = new Link()) {
            Socket caller = link.caller;
            Socket callee = link.callee;
            caller.getOutputStream().write(1);
            assertThat(callee.getInputStream().read()).isEqualTo(1);
            link.proxy.cut();
            link.proxy.healForgetting();
            assertThat(callee.getInputStream().read()).isEqualTo(-1);
            caller.getOutputStream().write(2);
            caller.setSoTimeout(200);
            assertThatThrownBy(() -> caller.getInputStream().read()).isInstanceOf(SocketTimeoutException.class);
            try (Socket another = link.call();
                    Socket itsCallee = link.server.accept()) {
                another.getOutputStream().write(3);
                assertThat(itsCallee.getInputStream().read()).isEqualTo(3);
            }
        }
    }

    /** Two sides with a proxy between them. */
    private static final class Link implements AutoCloseable {
        private final ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        private final int port = Ports.findFree();
        private final Proxy proxy = Proxy.listen(port, server.getLocalPort());
        private final Socket caller = call();
        private final Socket callee = server.accept();

        Link() throws IOException {}

        private Socket call() throws IOException {
            return new Socket(InetAddress.getLoopbackAddress(), port);
        }

        @Override
        public void close() throws IOException {
            caller.close();
            callee.close();
            proxy.close();
            server.close();
        }
    }
}
