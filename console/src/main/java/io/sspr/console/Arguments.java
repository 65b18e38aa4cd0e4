package io.sspr.console;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What was typed after the name of a command.
 *
 * @param words what is no option
 * @param options values by option; empty for an option that takes none
 */
record Arguments(List<String> words, Map<String, String> options) {

    private static final Set<String> FLAGS = Set.of("--all", "--yes");
    private static final Map<String, Pattern> VALUES = Map.of(
            "--list", Pattern.compile("[0-9]{1,9}"),
            "--as", Pattern.compile("(?s).+"),
            "--language", Pattern.compile("[a-zA-Z]{2,8}([-_][a-zA-Z0-9]{1,8})*"),
            "--bootstrap", Pattern.compile("\\S+:[0-9]+"),
            "--secrets", Pattern.compile(".+"));

    /** Throws if it is not understood, or holds an option that is not among these. */
    static Arguments parse(List<String> typed, Set<String> allowed) throws NotDone {
        List<String> words = new ArrayList<>();
        Map<String, String> options = new HashMap<>();
        for (int i = 0; i < typed.size(); i++) {
            String argument = typed.get(i);
            if (!argument.startsWith("--")) words.add(argument);
            else if (!allowed.contains(argument)) throw new NotDone("The option " + argument + " is not understood.");
            else if (FLAGS.contains(argument)) options.put(argument, "");
            else {
                Pattern value = VALUES.get(argument);
                if (value == null
                        || i + 1 == typed.size()
                        || !value.matcher(typed.get(i + 1)).matches())
                    throw new NotDone("The option " + argument + " has no usable value.");
                options.put(argument, typed.get(++i));
            }
        }
        return new Arguments(words, options);
    }

    boolean has(String option) {
        return options.containsKey(option);
    }

    Optional<String> option(String name) {
        return Optional.ofNullable(options.get(name));
    }
}
