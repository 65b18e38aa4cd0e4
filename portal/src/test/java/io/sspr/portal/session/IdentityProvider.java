package io.sspr.portal.session;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jose.jwk.source.ImmutableJWKSet;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.userdetails.User;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.core.oidc.OidcScopes;
import org.springframework.security.oauth2.core.oidc.endpoint.OidcParameterNames;
import org.springframework.security.oauth2.server.authorization.client.InMemoryRegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.settings.AuthorizationServerSettings;
import org.springframework.security.oauth2.server.authorization.settings.ClientSettings;
import org.springframework.security.oauth2.server.authorization.token.JwtEncodingContext;
import org.springframework.security.oauth2.server.authorization.token.OAuth2TokenCustomizer;
import org.springframework.security.provisioning.InMemoryUserDetailsManager;
import org.springframework.security.web.SecurityFilterChain;

/** Spring Authorization Server in a context of its own: a real provider, with a page of its own to sign in on. */
final class IdentityProvider implements AutoCloseable {

    static final String CLIENT_SECRET = "a secret between two";
    static final String PASSWORD = "a password of theirs";

    private final ConfigurableApplicationContext context;

    /**
     * Starts it.
     *
     * @param claims of the ID token, by user
     */
    IdentityProvider(int port, URI portal, Map<String, Map<String, Object>> claims) {
        ApplicationContextInitializer<GenericApplicationContext> known =
                application -> application.registerBean(Known.class, () -> new Known(port, portal, claims));
        context = new SpringApplicationBuilder(Provider.class)
                .initializers(known)
                .run(
                        "--spring.config.name=identity-provider",
                        "--server.address=127.0.0.1",
                        "--server.port=" + port,
                        "--spring.main.banner-mode=off",
                        "--spring.jmx.enabled=false");
    }

    /**
     * Runs it as a process of its own, which says {@code ready} and ends with its input: port, the portal's address, then each
     * user as {@code name=account}, where the account may be missing.
     */
    public static void main(String[] arguments) throws IOException {
        Map<String, Map<String, Object>> claims = new HashMap<>();
        for (String user : List.of(arguments).subList(2, arguments.length)) {
            String[] parts = user.split("=", 2);
            Map<String, Object> name = Map.of("preferred_username", parts[0]);
            Map<String, Object> both = Map.of("preferred_username", parts[0], "sspr_account", parts[parts.length - 1]);
            claims.put(parts[0], parts.length < 2 ? name : both);
        }
        IdentityProvider provider =
                new IdentityProvider(Integer.parseInt(arguments[0]), URI.create(arguments[1]), claims);
        System.out.println("ready");
        System.in.transferTo(OutputStream.nullOutputStream());
        provider.close();
    }

    record Known(int port, URI portal, Map<String, Map<String, Object>> claims) {

        String issuer() {
            return "http://localhost:" + port;
        }
    }

    // Without a stereotype, or the portal would find it and have it too.
    @EnableAutoConfiguration
    static class Provider {

        @Bean
        SecurityFilterChain securityFilterChain(HttpSecurity http) throws Exception {
            return http.oauth2AuthorizationServer(server -> server.oidc(Customizer.withDefaults()))
                    .authorizeHttpRequests(requests -> requests.anyRequest().authenticated())
                    .formLogin(Customizer.withDefaults())
                    .build();
        }

        @Bean
        AuthorizationServerSettings settings(Known known) {
            return AuthorizationServerSettings.builder().issuer(known.issuer()).build();
        }

        @Bean
        RegisteredClientRepository clients(Known known) {
            return new InMemoryRegisteredClientRepository(RegisteredClient.withId("1")
                    .clientId("sspr")
                    .clientSecret("{noop}" + CLIENT_SECRET)
                    .clientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_BASIC)
                    .authorizationGrantType(AuthorizationGrantType.AUTHORIZATION_CODE)
                    .redirectUri(known.portal() + ProviderSignIn.BACK)
                    .scope(OidcScopes.OPENID)
                    .scope(OidcScopes.PROFILE)
                    .clientSettings(
                            ClientSettings.builder().requireProofKey(true).build())
                    .build());
        }

        @Bean
        UserDetailsService users(Known known) {
            return new InMemoryUserDetailsManager(known.claims().keySet().stream()
                    .map(name -> User.withUsername(name)
                            .password("{noop}" + PASSWORD)
                            .build())
                    .toList());
        }

        @Bean
        OAuth2TokenCustomizer<JwtEncodingContext> tokens(Known known) {
            return token -> {
                if (OidcParameterNames.ID_TOKEN.equals(token.getTokenType().getValue()))
                    token.getClaims()
                            .claims(all -> all.putAll(known.claims()
                                    .getOrDefault(
                                            Objects.requireNonNull(token.<Authentication>getPrincipal())
                                                    .getName(),
                                            Map.of())));
            };
        }

        @Bean
        JWKSource<SecurityContext> keys() throws JOSEException {
            RSAKey key = new RSAKeyGenerator(2048)
                    .keyID(UUID.randomUUID().toString())
                    .generate();
            return new ImmutableJWKSet<>(new JWKSet(List.of(key)));
        }
    }

    @Override
    public void close() {
        context.close();
    }
}
