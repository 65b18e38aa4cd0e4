package io.sspr.quickstart.layout;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** Checks all ports before anything is started, so that nothing has to be taken down half-way. */
public final class Ports {

    private Ports() {}

    /** Throws {@link CannotStart} for the first port that is wanted twice or already in use. */
    public static void check(List<Port> ports) {
        Map<Integer, Port> seen = new HashMap<>();
        for (Port port : ports) {
            Port other = seen.put(port.number(), port);
            if (other != null) {
                throw new CannotStart(
                        "Port " + port.number() + " is wanted twice: for " + other.usedBy() + " and for "
                                + port.usedBy() + ".",
                        "Choose another: " + another(port));
            }
        }
        for (Port port : ports) {
            if (!FreePorts.isFree(port.number())) {
                throw new CannotStart(
                        "Port " + port.number() + " (" + port.usedBy() + ") is already in use.",
                        "Stop what uses it, or choose another: " + another(port));
            }
        }
    }

    /** One on which nobody listens now. */
    public static int findFree() {
        return FreePorts.findBlock(1);
    }

    private static String another(Port port) {
        // A few free neighbours, as some variables name the first of several ports.
        int suggestion = IntStream.iterate(port.number() + 1000, candidate -> candidate + 10)
                .limit(50)
                .filter(candidate -> candidate < 65500 && FreePorts.isFree(candidate, 3))
                .findFirst()
                .orElseGet(() -> FreePorts.findBlock(3));
        return port.variable() + "=" + suggestion + " ./sspr up";
    }
}
