package io.sspr.browser;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ReducedMotion;
import com.microsoft.playwright.options.ServiceWorkerPolicy;

/**
 * How a person looks at the portal.
 *
 * @param language what the browser prefers, such as {@code sl}
 * @param width of the window in CSS pixels
 */
public record Look(String language, int width, ColorScheme colours, boolean javaScript) {

    /** A small telephone, or a wide window at 400 %: nothing may need to be scrolled sideways (WCAG 1.4.10). */
    public static final int NARROW = 320;

    public static final int TABLET = 768;
    public static final int DESK = 1280;

    /** Most people's: English, a wide window, light, JavaScript on. */
    public static final Look USUAL = new Look("en", DESK, ColorScheme.LIGHT, true);

    public Look in(String otherLanguage) {
        return new Look(otherLanguage, width, colours, javaScript);
    }

    public Look wide(int otherWidth) {
        return new Look(language, otherWidth, colours, javaScript);
    }

    public Look dark() {
        return new Look(language, width, ColorScheme.DARK, javaScript);
    }

    public Look withoutJavaScript() {
        return new Look(language, width, colours, false);
    }

    /** In the other colours, and on a small telephone in the place of a desk or the other way round: two looks see it all. */
    Look other() {
        return new Look(
                language,
                width == NARROW ? DESK : NARROW,
                colours == ColorScheme.DARK ? ColorScheme.LIGHT : ColorScheme.DARK,
                javaScript);
    }

    /** The same with scripts. */
    Look withJavaScript() {
        return new Look(language, width, colours, true);
    }

    int height() {
        return width == NARROW ? 640 : 900;
    }

    NewContextOptions options() {
        return new NewContextOptions()
                .setLocale(language)
                .setViewportSize(width, height())
                .setColorScheme(colours)
                .setReducedMotion(ReducedMotion.REDUCE)
                .setJavaScriptEnabled(javaScript)
                // What a service worker asks for would be seen by nobody.
                .setServiceWorkers(ServiceWorkerPolicy.BLOCK)
                .setAcceptDownloads(true);
    }
}
