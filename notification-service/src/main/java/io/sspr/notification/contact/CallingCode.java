package io.sspr.notification.contact;

import java.util.Set;

/**
 * The country that a telephone number belongs to, by its first digits (ITU-T E.164): one digit, two or three. Where
 * countries share a code, those that are not the largest get a longer one of their own, so that an allow-list with +1 does
 * not open the islands that toll fraud likes best.
 */
final class CallingCode {

    private static final Set<String> OF_TWO_DIGITS = Set.of(
            "20", "27", "30", "31", "32", "33", "34", "36", "39", "40", "41", "43", "44", "45", "46", "47", "48", "49",
            "51", "52", "53", "54", "55", "56", "57", "58", "60", "61", "62", "63", "64", "65", "66", "81", "82", "84",
            "86", "90", "91", "92", "93", "94", "95", "98");

    /** Area codes of +1 outside the United States and Canada. */
    private static final Set<String> OTHERS_OF_1 = Set.of(
            "242", "246", "264", "268", "284", "340", "345", "441", "473", "649", "658", "664", "670", "671", "684",
            "721", "758", "767", "784", "787", "809", "829", "849", "868", "869", "876", "939");

    private CallingCode() {}

    /** Of a number in the form of E.164. */
    static String of(String number) {
        return number.substring(0, 1 + digits(number.substring(1)));
    }

    private static int digits(String number) {
        if (number.startsWith("1")) return OTHERS_OF_1.contains(number.substring(1, 4)) ? 4 : 1;
        // Kazakhstan has 6 and 7 of +7.
        if (number.startsWith("7")) return number.charAt(1) == '6' || number.charAt(1) == '7' ? 2 : 1;
        return OF_TWO_DIGITS.contains(number.substring(0, 2)) ? 2 : 3;
    }
}
