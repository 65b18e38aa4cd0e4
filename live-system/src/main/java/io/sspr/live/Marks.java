package io.sspr.live;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Many secrets, looked for in all their forms at once, in one pass over whatever may hold them. */
public final class Marks {

    /** Of a form the first bytes by which it is recognised as possible. */
    private static final int BEGINNING = 6;

    private static final class Form {
        final byte[] bytes;
        final Mark mark;
        final boolean number;

        Form(byte[] bytes, Mark mark, boolean number) {
            this.bytes = bytes;
            this.mark = mark;
            this.number = number;
        }
    }

    private final Map<Long, List<Form>> forms = new HashMap<>();
    private final BitSet beginnings = new BitSet(1 << 24);

    /** Those. */
    public Marks(Collection<Mark> marks) {
        for (Mark mark : marks) {
            boolean number = mark.text().matches("[0-9]+");
            add(mark.text().getBytes(StandardCharsets.UTF_8), mark, number);
            // As Java keeps text, and as it dumps characters.
            add(mark.text().getBytes(StandardCharsets.UTF_16LE), mark, false);
            add(mark.text().getBytes(StandardCharsets.UTF_16BE), mark, false);
            for (String form : mark.forms()) add(form.getBytes(StandardCharsets.UTF_8), mark, false);
        }
    }

    private void add(byte[] bytes, Mark mark, boolean number) {
        if (bytes.length < BEGINNING) throw new IllegalArgumentException(mark + " is too short to be looked for");
        long beginning = beginning(bytes, 0);
        forms.computeIfAbsent(beginning, any -> new ArrayList<>()).add(new Form(bytes, mark, number));
        beginnings.set(hash(beginning));
    }

    /** What of them it holds, by what they are. */
    public Set<String> in(byte[] haystack) {
        Set<String> found = new TreeSet<>();
        for (int at = 0; at + BEGINNING <= haystack.length; at++) {
            long beginning = beginning(haystack, at);
            if (!beginnings.get(hash(beginning))) continue;
            for (Form form : forms.getOrDefault(beginning, List.of()))
                if (isAt(form, haystack, at)) found.add(form.mark.what());
        }
        return found;
    }

    private static boolean isAt(Form form, byte[] haystack, int at) {
        int end = at + form.bytes.length;
        if (end > haystack.length || !Arrays.equals(haystack, at, end, form.bytes, 0, form.bytes.length)) return false;
        // Short numbers are everywhere inside longer ones, and inside ids.
        return !form.number || (!isOfAnId(haystack, at - 1) && !isOfAnId(haystack, end));
    }

    private static boolean isOfAnId(byte[] bytes, int at) {
        return at >= 0 && at < bytes.length && (bytes[at] == '-' || Character.digit(bytes[at], 16) >= 0);
    }

    private static long beginning(byte[] bytes, int at) {
        long beginning = 0;
        for (int i = 0; i < BEGINNING; i++) beginning = beginning << 8 | (bytes[at + i] & 0xff);
        return beginning;
    }

    private static int hash(long beginning) {
        return (int) ((beginning * 0x9E3779B97F4A7C15L) >>> 40);
    }
}
