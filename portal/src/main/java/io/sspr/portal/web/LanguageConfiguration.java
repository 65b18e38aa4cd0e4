package io.sspr.portal.web;

import io.sspr.portal.PortalProperties;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** The language: as {@code ?lang=sl} says, else as chosen before, else as the browser wants it, else the first there is. */
@Configuration(proxyBeanMethods = false)
class LanguageConfiguration {

    private static final String NAME = "lang";
    private static final String CHOSEN = LanguageConfiguration.class.getName();

    @Bean
    LocaleResolver localeResolver(
            PortalProperties properties, @Value("${sspr.portal.languages:en,sl}") List<String> tags) {
        return new Languages(tags.stream().map(Locale::forLanguageTag).toList(), properties.isEncrypted());
    }

    @Bean
    WebMvcConfigurer languageChoice(LocaleResolver resolver) {
        return new WebMvcConfigurer() {
            @Override
            public void addInterceptors(InterceptorRegistry registry) {
                registry.addInterceptor(new HandlerInterceptor() {
                    @Override
                    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
                        // Not again for the page of a fault: it may be the parameters that cannot be read.
                        if (request.getDispatcherType() == DispatcherType.ERROR) return true;
                        String wanted = request.getParameter(NAME);
                        if (wanted != null) resolver.setLocale(request, response, Locale.forLanguageTag(wanted));
                        return true;
                    }
                });
            }
        };
    }

    private record Languages(List<Locale> offered, boolean encrypted) implements LocaleResolver {

        @Override
        public Locale resolveLocale(HttpServletRequest request) {
            if (request.getAttribute(CHOSEN) instanceof Locale chosen) return chosen;
            Cookie[] cookies = request.getCookies();
            if (cookies != null)
                for (Cookie cookie : cookies)
                    if (cookie.getName().equals(NAME)) {
                        Locale kept = among(Locale.forLanguageTag(cookie.getValue()));
                        if (kept != null) return kept;
                    }
            String wanted = request.getHeader(HttpHeaders.ACCEPT_LANGUAGE);
            if (wanted != null) {
                Locale found = lookUp(wanted);
                if (found != null) return found;
            }
            return offered.get(0);
        }

        private @Nullable Locale lookUp(String wanted) {
            try {
                return Locale.lookup(Locale.LanguageRange.parse(wanted), offered);
            } catch (IllegalArgumentException e) {
                return null;
            }
        }

        @Override
        public void setLocale(
                HttpServletRequest request, @Nullable HttpServletResponse response, @Nullable Locale locale) {
            Locale chosen = locale == null ? null : among(locale);
            if (chosen == null || response == null) return;
            request.setAttribute(CHOSEN, chosen);
            response.addHeader(
                    HttpHeaders.SET_COOKIE,
                    ResponseCookie.from(NAME, chosen.toLanguageTag())
                            .path("/")
                            .httpOnly(true)
                            .secure(encrypted)
                            .sameSite("Lax")
                            .maxAge(Duration.ofDays(365))
                            .build()
                            .toString());
        }

        private @Nullable Locale among(Locale wanted) {
            return offered.stream()
                    .filter(one -> one.getLanguage().equals(wanted.getLanguage()))
                    .findFirst()
                    .orElse(null);
        }
    }
}
