package io.sspr.portal.web;

import io.sspr.contract.secret.Origin;
import jakarta.servlet.http.HttpServletRequest;
import java.net.InetAddress;
import java.net.UnknownHostException;
import org.springframework.http.HttpHeaders;

/** Where a browser seems to be, as coarsely as the contract wants it. */
public final class Origins {

    private static final int IPV4_KEPT = 3;
    private static final int IPV6_KEPT = 6;

    private Origins() {}

    /** By the address of the connection, or what a trusted proxy says of it. */
    public static Origin of(HttpServletRequest request) {
        String agent = request.getHeader(HttpHeaders.USER_AGENT);
        return new Origin(prefix(request.getRemoteAddr()), family(agent == null ? "" : agent));
    }

    static String prefix(String address) {
        byte[] bytes;
        try {
            // A literal, so nothing is looked up.
            bytes = InetAddress.getByName(address).getAddress();
        } catch (UnknownHostException e) {
            return "unknown";
        }
        boolean v4 = bytes.length == 4;
        int kept = v4 ? IPV4_KEPT : IPV6_KEPT;
        for (int i = kept; i < bytes.length; i++) bytes[i] = 0;
        try {
            return InetAddress.getByAddress(bytes).getHostAddress() + (v4 ? "/24" : "/48");
        } catch (UnknownHostException e) {
            throw new IllegalStateException("Four and sixteen bytes are addresses", e);
        }
    }

    /** Program and system; the order matters, for each names those before it. */
    static String family(String agent) {
        return program(agent) + system(agent);
    }

    private static String program(String agent) {
        if (agent.contains("Edg/")) return "Edge";
        if (agent.contains("OPR/")) return "Opera";
        if (agent.contains("Firefox/") || agent.contains("FxiOS/")) return "Firefox";
        if (agent.contains("Chrome/") || agent.contains("CriOS/") || agent.contains("Chromium/")) return "Chrome";
        if (agent.contains("Safari/")) return "Safari";
        return "Browser";
    }

    private static String system(String agent) {
        if (agent.contains("Windows")) return " on Windows";
        if (agent.contains("iPhone") || agent.contains("iPad")) return " on iOS";
        if (agent.contains("Android")) return " on Android";
        if (agent.contains("Mac OS X") || agent.contains("Macintosh")) return " on macOS";
        if (agent.contains("Linux")) return " on Linux";
        return "";
    }
}
