package io.sspr.portal.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class QrCodeTests {

    /** Pixels for each unit of the drawing. */
    private static final int SCALE = 5;

    private static final Pattern SIZE = Pattern.compile("viewBox=\"0 0 (\\d+) (\\d+)\"");
    private static final Pattern SQUARE = Pattern.compile("M(\\d+) (\\d+)h1v1h-1z");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "otpauth://totp/Self-service%20password%20reset:ana.novak?secret=JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP&issuer="
                        + "Self-service%20password%20reset&algorithm=SHA1&digits=6&period=30",
                "otpauth://totp/%C5%BDiga%20%C5%A0.?secret=JBSWY3DPEHPK3PXP&digits=6",
                "otpauth://totp/Žiga Š.?secret=JBSWY3DPEHPK3PXP"
            })
    void readsAsItWasDrawn(String otpauth) throws Exception {
        assertThat(read(svg(QrCode.image(otpauth)))).isEqualTo(otpauth);
    }

    @Test
    void leavesRoomAroundIt() {
        Matcher square = SQUARE.matcher(QrCode.svg("otpauth://totp/a?secret=JBSWY3DPEHPK3PXP"));
        assertThat(square.results()
                        .mapToInt(dot -> Integer.parseInt(dot.group(1)))
                        .min())
                .hasValue(4);
    }

    @Test
    void doesNotRepeatWhatIsTooLong() {
        assertThatThrownBy(() -> QrCode.svg("secret".repeat(1000)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageNotContaining("secret");
    }

    private static String svg(String image) {
        String start = "data:image/svg+xml;base64,";
        assertThat(image).startsWith(start);
        return new String(Base64.getDecoder().decode(image.substring(start.length())), StandardCharsets.UTF_8);
    }

    /** Paints the squares as a browser does, and lets a reader of its own look at them. */
    private static String read(String svg) throws Exception {
        Matcher size = SIZE.matcher(svg);
        assertThat(size.find()).isTrue();
        int width = Integer.parseInt(size.group(1)) * SCALE;
        int height = Integer.parseInt(size.group(2)) * SCALE;
        int[] pixels = new int[width * height];
        Arrays.fill(pixels, 0xffffff);
        Matcher square = SQUARE.matcher(svg);
        while (square.find()) {
            int left = Integer.parseInt(square.group(1)) * SCALE;
            int top = Integer.parseInt(square.group(2)) * SCALE;
            for (int y = top; y < top + SCALE; y++) Arrays.fill(pixels, y * width + left, y * width + left + SCALE, 0);
        }
        return new QRCodeReader()
                .decode(new BinaryBitmap(new HybridBinarizer(new RGBLuminanceSource(width, height, pixels))))
                .getText();
    }
}
