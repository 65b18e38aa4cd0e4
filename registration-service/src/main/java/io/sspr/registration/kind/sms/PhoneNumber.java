package io.sspr.registration.kind.sms;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberType;
import com.google.i18n.phonenumbers.Phonenumber;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The number of a mobile phone as it is stored and sent to: E.164, such as {@code +38640123456}. Numbers that cost
 * whoever writes to them, or that a mobile phone need not be behind, are none (SMS-02, ATK-08).
 *
 * @param text the number
 */
public record PhoneNumber(String text) {

    /** The country code is never guessed; an extension may follow, and nothing that could name a second number (ATK-10). */
    private static final Pattern TYPED = Pattern.compile("\\+[0-9][0-9 \u00a0()./-]{0,40}(?:[xX][0-9]{1,7})?");

    private static final Set<PhoneNumberType> MOBILE =
            Set.of(PhoneNumberType.MOBILE, PhoneNumberType.FIXED_LINE_OR_MOBILE);

    private static final PhoneNumberUtil NUMBERS = PhoneNumberUtil.getInstance();

    /** The number that was typed; empty if we do not send to it. Countries are ISO 3166 codes; none means all. */
    public static Optional<PhoneNumber> of(String typed, Set<String> countries) {
        return parsed(typed)
                .filter(number -> MOBILE.contains(NUMBERS.getNumberType(number)))
                .filter(number -> countries.isEmpty() || countries.contains(NUMBERS.getRegionCodeForNumber(number)))
                .map(number -> new PhoneNumber(written(number)));
    }

    /** A number in E.164, whoever it belongs to; without its extension, which no text message reaches. */
    static Optional<String> e164(String typed) {
        return parsed(typed).map(PhoneNumber::written);
    }

    /** Country and the last three digits. */
    String hint() {
        try {
            int country = NUMBERS.parse(text, null).getCountryCode();
            return "+" + country + " … " + text.substring(text.length() - 3);
        } catch (NumberParseException e) {
            return "…";
        }
    }

    private static Optional<Phonenumber.PhoneNumber> parsed(String typed) {
        String text = typed.strip();
        if (!TYPED.matcher(text).matches()) return Optional.empty();
        try {
            return Optional.of(NUMBERS.parse(text, null).clearExtension());
        } catch (NumberParseException e) {
            return Optional.empty();
        }
    }

    private static String written(Phonenumber.PhoneNumber number) {
        return NUMBERS.format(number, PhoneNumberFormat.E164);
    }

    @Override
    public String toString() {
        return "PhoneNumber[hidden]";
    }
}
