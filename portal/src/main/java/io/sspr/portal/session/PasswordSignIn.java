package io.sspr.portal.session;

import io.sspr.portal.web.SignInWays;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** People sign in with their password here; no other way is configured. */
@Configuration(proxyBeanMethods = false)
class PasswordSignIn {

    @Bean
    @ConditionalOnProperty(name = "sspr.portal.oidc.issuer", matchIfMissing = true, havingValue = "never")
    SignInWays signInWays() {
        return http -> {};
    }
}
