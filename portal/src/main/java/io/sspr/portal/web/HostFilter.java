package io.sspr.portal.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.util.Locale;
import org.springframework.http.HttpHeaders;
import org.springframework.web.filter.OncePerRequestFilter;

/** Answers only to our own name, so that no page can be made for another; a balancer may ask for health by any. */
final class HostFilter extends OncePerRequestFilter {

    private static final int MISDIRECTED = 421;

    private final String host;

    HostFilter(URI baseUrl) {
        this.host = baseUrl.getAuthority().toLowerCase(Locale.ROOT);
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return request.getRequestURI().startsWith("/actuator/");
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String named = request.getHeader(HttpHeaders.HOST);
        if (named != null && named.toLowerCase(Locale.ROOT).equals(host)) chain.doFilter(request, response);
        else response.sendError(MISDIRECTED);
    }
}
