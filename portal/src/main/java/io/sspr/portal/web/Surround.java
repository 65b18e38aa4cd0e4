package io.sspr.portal.web;

import io.sspr.contract.MethodKind;
import io.sspr.portal.PortalProperties;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;

/** What every page shows around its own. */
@ControllerAdvice(annotations = Controller.class)
public class Surround {

    /** As the layout shows it. */
    public record BrandView(
            String name,
            @Nullable String logo,
            @Nullable String helpdesk,
            @Nullable String featureRequests) {}

    private static final Map<String, String> ICONS = Map.of(
            MethodKind.EMAIL.name(),
            "mail",
            MethodKind.SMS.name(),
            "phone",
            MethodKind.AUTHENTICATOR_APP.name(),
            "app",
            MethodKind.RECOVERY_CODE.name(),
            "key",
            MethodKind.ADMINISTRATOR_CODE.name(),
            "person");

    private final PortalProperties properties;
    private final Clock clock;

    Surround(PortalProperties properties, Clock clock) {
        this.properties = properties;
        this.clock = clock;
    }

    /** Name, logo and links of the organisation. */
    @ModelAttribute("brand")
    BrandView brand() {
        PortalProperties.Brand brand = properties.brand();
        return new BrandView(
                brand.name(),
                brand.logo() == null ? null : "/brand/logo",
                brand.helpdesk() == null ? null : brand.helpdesk().toString(),
                brand.featureRequests() == null ? null : brand.featureRequests().toString());
    }

    /** What the pages' scripts trust key sets by. */
    @ModelAttribute("anchor")
    String anchor() {
        return properties.anchor();
    }

    /** Our clock, for scripts that count down. */
    @ModelAttribute("now")
    long now() {
        return clock.millis();
    }

    /** The page without its query, for the links that choose a language. */
    @ModelAttribute("page")
    String page(HttpServletRequest request) {
        return request.getRequestURI();
    }

    /** For the helpdesk to find what happened. */
    @ModelAttribute("supportCode")
    @Nullable
    String supportCode(HttpServletRequest request) {
        return SupportCode.of(request);
    }

    /** The picture of each kind of method. */
    @ModelAttribute("icons")
    Map<String, String> icons() {
        return ICONS;
    }
}
