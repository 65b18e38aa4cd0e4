package io.sspr.simulation;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What was said, from which it can tell what has to do with a violation: whatever shares an id with it. */
public final class Trace implements Consumer<String> {

    private static final Pattern ID = Pattern.compile("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}");

    private final Set<String> sought;
    private final List<String> lines = new ArrayList<>();

    /** Of what the violation says. */
    public Trace(String violation) {
        sought = ids(violation);
    }

    @Override
    public void accept(String line) {
        lines.add(line);
    }

    private static Set<String> ids(String text) {
        Set<String> ids = new HashSet<>();
        Matcher matcher = ID.matcher(text);
        while (matcher.find()) ids.add(matcher.group());
        return ids;
    }

    /** The last ones that name such an id; all, if the violation names none. */
    public List<String> last(int most) {
        List<String> about = lines.stream()
                .filter(line -> sought.isEmpty() || sought.stream().anyMatch(line::contains))
                .toList();
        return about.subList(Math.max(0, about.size() - most), about.size());
    }
}
