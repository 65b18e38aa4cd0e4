package io.sspr.portal.web;

import io.sspr.portal.PortalProperties;
import io.sspr.portal.session.Sessions;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.csrf.CookieCsrfTokenRepository;
import org.springframework.security.web.header.HeaderWriterFilter;
import org.springframework.security.web.header.writers.CrossOriginOpenerPolicyHeaderWriter.CrossOriginOpenerPolicy;
import org.springframework.security.web.header.writers.CrossOriginResourcePolicyHeaderWriter.CrossOriginResourcePolicy;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.security.web.savedrequest.NullRequestCache;

/** Headers, forgery protection, and what only somebody signed in may see. */
@Configuration(proxyBeanMethods = false)
class SecurityConfiguration {

    /** No script, style, frame or request that is not ours; nothing inline. */
    static final String CONTENT_SECURITY_POLICY = "default-src 'none'; script-src 'self'; style-src 'self'; "
            + "img-src 'self' data:; connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    @Bean
    SecurityFilterChain securityFilterChain(
            HttpSecurity http,
            PortalProperties properties,
            Sessions sessions,
            AuthenticationEntryPoint signInFirst,
            SignInWays ways)
            throws Exception {
        http.headers(headers -> headers.contentSecurityPolicy(csp -> csp.policyDirectives(CONTENT_SECURITY_POLICY))
                .referrerPolicy(referrer -> referrer.policy(ReferrerPolicy.NO_REFERRER))
                .permissionsPolicyHeader(permissions ->
                        permissions.policy("camera=(), microphone=(), geolocation=(), payment=(), usb=()"))
                .crossOriginOpenerPolicy(policy -> policy.policy(CrossOriginOpenerPolicy.SAME_ORIGIN))
                .crossOriginResourcePolicy(policy -> policy.policy(CrossOriginResourcePolicy.SAME_ORIGIN)));
        http.csrf(csrf -> csrf.spa().csrfTokenRepository(tokens(properties)));
        http.sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS));
        http.securityContext(context -> context.securityContextRepository(sessions));
        http.requestCache(cache -> cache.requestCache(new NullRequestCache()));
        http.authorizeHttpRequests(requests -> requests.requestMatchers("/account/**")
                .authenticated()
                .anyRequest()
                .permitAll());
        http.logout(logout -> logout.disable());
        http.formLogin(form -> form.disable());
        http.httpBasic(basic -> basic.disable());
        http.addFilterAfter(new HostFilter(properties.baseUrl()), HeaderWriterFilter.class);
        ways.configure(http);
        // After the ways, each of which would bring one of its own.
        http.exceptionHandling(faults -> faults.authenticationEntryPoint(signInFirst));
        return http.build();
    }

    /** Compared with the token of the form, which is masked anew on each page. */
    private static CookieCsrfTokenRepository tokens(PortalProperties properties) {
        CookieCsrfTokenRepository tokens = new CookieCsrfTokenRepository();
        tokens.setCookieName(properties.isEncrypted() ? "__Host-csrf" : "csrf");
        tokens.setCookieCustomizer(cookie -> cookie.httpOnly(true)
                .secure(properties.isEncrypted())
                .sameSite("Lax")
                .path("/"));
        return tokens;
    }
}
