package io.sspr.contract.seal;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** A key file is missing or not what it should be: the operator must mend it before the service can start. */
public final class UnusableKeyMaterial extends RuntimeException {

    private static final long serialVersionUID = 1;

    private UnusableKeyMaterial(String message, @Nullable Throwable cause) {
        super(message, cause);
    }

    static UnusableKeyMaterial missing(Path file) {
        return new UnusableKeyMaterial("The key file " + file + " is missing.", null);
    }

    /** Without a cause, for the parser's words may repeat the key. */
    static UnusableKeyMaterial notA(String what, Path file) {
        return new UnusableKeyMaterial("The key file " + file + " is not " + what + ".", null);
    }

    static UnusableKeyMaterial unreadable(Path file, Throwable cause) {
        return new UnusableKeyMaterial("The key file " + file + " cannot be read or written.", cause);
    }
}
