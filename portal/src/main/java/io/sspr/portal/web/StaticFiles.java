package io.sspr.portal.web;

import io.sspr.contract.seal.Sha256;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/**
 * Look and scripts of the pages. Browsers keep them for some minutes, so that an upgrade arrives soon, then ask by content: the
 * time of a file in a reproducible build says nothing.
 */
@Configuration(proxyBeanMethods = false)
class StaticFiles implements WebMvcConfigurer {

    private static final CacheControl SOME_MINUTES =
            CacheControl.maxAge(Duration.ofMinutes(5)).cachePublic();

    @Override
    public void addResourceHandlers(ResourceHandlerRegistry registry) {
        registry.addResourceHandler("/**")
                .addResourceLocations("classpath:/static/")
                .setCacheControl(SOME_MINUTES)
                .setUseLastModified(false)
                .setEtagGenerator(StaticFiles::tag);
    }

    /** Weak, for the same content is also sent compressed. */
    private static String tag(Resource file) {
        try {
            return "W/\"" + Sha256.of(file.getContentAsByteArray()).substring(0, 22) + "\"";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
