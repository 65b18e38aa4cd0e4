package io.sspr.torture.people;

import io.sspr.live.Mark;
import java.security.SecureRandom;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Deque;
import java.util.List;

/** Passwords and codes that people use, to be looked for later. All passwords of a run have a part in common. */
public final class KnownSecrets {

    private static final int REMEMBERED = 3_000;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final String common = random(9);
    private final Deque<Mark> others = new ArrayDeque<>();

    /** One that nobody has. */
    String password() {
        return common + random(12);
    }

    /** It is one of those that are looked for, if it is among the last some thousand. */
    synchronized String remember(String what, String text) {
        others.addLast(new Mark(what, text));
        if (others.size() > REMEMBERED) others.removeFirst();
        return text;
    }

    /** What to look for. */
    public synchronized List<Mark> marks() {
        List<Mark> marks = new ArrayList<>(others);
        marks.add(new Mark("password", common));
        return marks;
    }

    private static String random(int bytes) {
        byte[] random = new byte[bytes];
        RANDOM.nextBytes(random);
        return Base64.getUrlEncoder().encodeToString(random);
    }
}
