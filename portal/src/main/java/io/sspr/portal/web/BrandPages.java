package io.sspr.portal.web;

import io.sspr.portal.PortalProperties;
import io.sspr.portal.PortalProperties.Brand;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.regex.Pattern;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Colours and logo of the organisation; the only things of ours that a browser may keep. */
@RestController
class BrandPages {

    private static final Pattern COLOUR = Pattern.compile("#[0-9a-fA-F]{6}");
    private static final CacheControl AN_HOUR =
            CacheControl.maxAge(Duration.ofHours(1)).cachePublic();

    private static final double TEXT = 4.5;
    private static final double SHAPE = 3;
    /** The grounds of the pages, as portal.css has them. */
    private static final String LIGHT_CARD = "#ffffff";

    private static final String DARK_CARD = "#171d26";

    private final String css;
    private final byte[] logo;
    private final MediaType logoType;

    BrandPages(PortalProperties properties) throws IOException {
        Brand brand = properties.brand();
        refuseUnreadable(colour(brand.accent()), colour(brand.onAccent()), LIGHT_CARD);
        refuseUnreadable(colour(brand.darkAccent()), colour(brand.onDarkAccent()), DARK_CARD);
        this.css = ":root{--accent:" + colour(brand.accent()) + ";--on-accent:" + colour(brand.onAccent()) + "}\n"
                + "@media (prefers-color-scheme:dark){:root{--accent:" + colour(brand.darkAccent()) + ";--on-accent:"
                + colour(brand.onDarkAccent()) + "}}\n";
        Path file = brand.logo();
        this.logo = file == null ? new byte[0] : Files.readAllBytes(file);
        this.logoType = file != null && file.toString().toLowerCase(Locale.ROOT).endsWith(".svg")
                ? MediaType.valueOf("image/svg+xml")
                : MediaType.IMAGE_PNG;
    }

    /** Text on a button must be readable, and the button be seen (WCAG 2.2, 1.4.3 and 1.4.11). */
    private static void refuseUnreadable(String accent, String text, String card) {
        if (Contrast.between(accent, text) < TEXT || Contrast.between(accent, card) < SHAPE)
            throw new IllegalArgumentException("The colours of sspr.portal.brand cannot be read: " + text + " on "
                    + accent + " must have a contrast of 4.5, and " + accent + " on " + card + " one of 3");
    }

    /** Nothing but a colour, so that a setting cannot bring other rules into the pages. */
    private static String colour(String text) {
        if (!COLOUR.matcher(text).matches())
            throw new IllegalArgumentException("Colours of sspr.portal.brand are written #rrggbb, and not " + text);
        return text;
    }

    @GetMapping("/brand.css")
    ResponseEntity<String> css() {
        return ResponseEntity.ok()
                .cacheControl(AN_HOUR)
                .contentType(MediaType.valueOf("text/css;charset=UTF-8"))
                .body(css);
    }

    @GetMapping("/brand/logo")
    ResponseEntity<byte[]> logo() {
        if (logo.length == 0) return ResponseEntity.notFound().build();
        return ResponseEntity.ok().cacheControl(AN_HOUR).contentType(logoType).body(logo);
    }
}
