package io.sspr.notification.contact;

import java.util.Optional;
import java.util.regex.Pattern;

/** Exactly one telephone number in the form of E.164, such as {@code +38640123456} (SMS-02). It never prints itself. */
public final class Phone implements Destination {

    private static final Pattern SEPARATORS = Pattern.compile("[ \u00a0().-]");
    private static final Pattern NUMBER = Pattern.compile("\\+[1-9][0-9]{6,14}");
    private static final int PREFIX = 8;

    private final String number;

    private Phone(String number) {
        this.number = number;
    }

    /** The number if the text is one; empty otherwise. */
    public static Optional<Phone> parse(String text) {
        String number = SEPARATORS.matcher(text).replaceAll("");
        return NUMBER.matcher(number).matches() ? Optional.of(new Phone(number)) : Optional.empty();
    }

    @Override
    public String text() {
        return number;
    }

    @Override
    public String counted() {
        return number;
    }

    @Override
    public Channel channel() {
        return Channel.TEXT;
    }

    /** Such as {@code +386}. */
    public String country() {
        return CallingCode.of(number);
    }

    /** The block of numbers that it is one of: plus sign and seven digits (SMS-06). */
    public String prefix() {
        return number.substring(0, Math.min(PREFIX, number.length()));
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Phone phone && number.equals(phone.number);
    }

    @Override
    public int hashCode() {
        return number.hashCode();
    }

    @Override
    public String toString() {
        return "Phone[hidden]";
    }
}
