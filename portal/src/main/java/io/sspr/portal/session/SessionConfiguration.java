package io.sspr.portal.session;

import io.sspr.portal.PortalProperties;
import io.sspr.portal.cookie.SealedCookies;
import io.sspr.portal.web.SignInWays;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.jwt.JwtDecoderFactory;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

@Configuration(proxyBeanMethods = false)
class SessionConfiguration {

    /** People sign in with their password here, unless another way is configured. */
    @Bean
    SignInWays signInWays(PortalProperties properties, SealedCookies cookies, Sessions sessions, Clock clock) {
        PortalProperties.Oidc provider = properties.oidc();
        if (provider == null) return http -> {};
        return new ProviderSignIn(provider, properties.baseUrl(), cookies, sessions, clock);
    }

    @Bean
    JwtDecoderFactory<ClientRegistration> idTokenDecoders() {
        return ProviderSignIn.decoders();
    }

    @Bean
    WebMvcConfigurer newPasswordFirst(Sessions sessions) {
        return new WebMvcConfigurer() {
            @Override
            public void addInterceptors(InterceptorRegistry registry) {
                registry.addInterceptor(new NewPasswordFirst(sessions))
                        .addPathPatterns("/account", "/account/**")
                        .excludePathPatterns(Place.PASSWORD.path(), Place.PASSWORD.path() + "/**");
            }
        };
    }
}
