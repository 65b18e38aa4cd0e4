package io.sspr.contract.seal;

import java.util.Arrays;

/** JSON with trailing spaces up to one of four sizes, so that a seal does not tell how long its secret is (JOSE-09). */
final class Padding {

    private static final int[] SIZES = {512, 1024, 2048, 4096};

    private Padding() {}

    static byte[] pad(byte[] json) {
        for (int size : SIZES) {
            if (json.length <= size) {
                byte[] padded = Arrays.copyOf(json, size);
                Arrays.fill(padded, json.length, size, (byte) ' ');
                return padded;
            }
        }
        throw new IllegalArgumentException("More than 4096 bytes to seal");
    }

    static boolean isPadded(byte[] content) {
        return Arrays.stream(SIZES).anyMatch(size -> size == content.length);
    }

    static byte[] strip(byte[] padded) {
        int length = padded.length;
        while (length > 0 && padded[length - 1] == ' ') {
            length--;
        }
        return Arrays.copyOf(padded, length);
    }
}
