package io.sspr.console.check;

import io.sspr.contract.ContractJson;
import io.sspr.contract.state.Policy;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * One part of the rules that changes.
 *
 * @param path which, such as {@code limits.codes.resends}
 * @param before what it is, as JSON
 * @param after what it is to be, as JSON
 */
public record Difference(String path, String before, String after) {

    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    /** All that changes but the version, in the order of the document. */
    public static List<Difference> between(Policy before, Policy after) {
        List<Difference> differences = new ArrayList<>();
        compare("", tree(before), tree(after), differences);
        differences.removeIf(difference -> difference.path().equals("version"));
        return differences;
    }

    private static JsonNode tree(Policy policy) {
        return MAPPER.readTree(ContractJson.write(policy));
    }

    private static void compare(String path, JsonNode before, JsonNode after, List<Difference> differences) {
        if (before.isObject() && after.isObject()) {
            Set<String> names = new LinkedHashSet<>(before.propertyNames());
            names.addAll(after.propertyNames());
            for (String name : names)
                compare(path.isEmpty() ? name : path + "." + name, before.path(name), after.path(name), differences);
        } else if (!before.equals(after)) {
            differences.add(new Difference(path, text(before), text(after)));
        }
    }

    private static String text(JsonNode value) {
        return value.isMissingNode() ? "absent" : value.toString();
    }

    @Override
    public String toString() {
        return path + ": " + before + " → " + after;
    }
}
