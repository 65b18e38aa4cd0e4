package io.sspr.portal.cookie;

import io.sspr.portal.PortalProperties;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class CookieConfiguration {

    @Bean
    SealedCookies sealedCookies(PortalProperties properties, Clock clock) {
        return new SealedCookies(properties.cookieKeys(), properties.isEncrypted(), clock);
    }
}
