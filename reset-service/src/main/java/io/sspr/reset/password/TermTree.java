package io.sspr.reset.password;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.function.ObjIntConsumer;
import org.jspecify.annotations.Nullable;

/**
 * Terms as a tree of their code points, which finds all that are in a text with at most one character wrong: replaced,
 * missing, or too many between two that belong there. One too many before or after a term belongs to the rest of the text,
 * or the two worked examples that Microsoft documents would come out otherwise.
 */
final class TermTree {

    private final Map<Integer, TermTree> next = new HashMap<>();
    private @Nullable String term;

    private TermTree() {}

    /** Of terms in plain form; those of one code point are left out, for with that one wrong they would be anywhere. */
    static TermTree of(Collection<String> terms) {
        TermTree root = new TermTree();
        terms.stream().filter(term -> term.codePointCount(0, term.length()) > 1).forEach(root::add);
        return root;
    }

    private void add(String added) {
        TermTree node = this;
        for (int point : added.codePoints().toArray())
            node = node.next.computeIfAbsent(point, absent -> new TermTree());
        node.term = added;
    }

    /** Tells each term that begins at that place of the text, and the place after its end; some more than once. */
    void find(int[] text, int start, ObjIntConsumer<String> found) {
        follow(text, start, found);
        TermTree node = this;
        for (int at = start; node != null; node = at < text.length ? node.next.get(text[at++]) : null)
            node.followWithOneWrong(text, at, at > start, found);
    }

    private void followWithOneWrong(int[] text, int at, boolean inside, ObjIntConsumer<String> found) {
        next.forEach((point, child) -> {
            child.follow(text, at, found);
            if (at < text.length && point != text[at]) child.follow(text, at + 1, found);
        });
        if (inside && at + 1 < text.length) {
            TermTree afterOneTooMany = next.get(text[at + 1]);
            if (afterOneTooMany != null) afterOneTooMany.follow(text, at + 2, found);
        }
    }

    private void follow(int[] text, int from, ObjIntConsumer<String> found) {
        int at = from;
        for (TermTree node = this; node != null; node = at < text.length ? node.next.get(text[at++]) : null)
            if (node.term != null) found.accept(node.term, at);
    }
}
