package io.sspr.notification.template;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class Gsm7Tests {

    @Test
    void keepsWhatTheAlphabetHas() {
        String text = "@£$¥èéùìò Çñ äöüß ΔΦΓ 0-9 !?¿§";
        assertThat(Gsm7.of(text)).isEqualTo(text);
        assertThat(Gsm7.length(text)).isEqualTo(text.length());
    }

    @Test
    void sms03_takesTheMarksOffOtherLetters() {
        assertThat(Gsm7.of("Čšž čŠŽ đĐ ćłŁ")).isEqualTo("Csz cSZ dD clL");
        assertThat(Gsm7.of("„Geslo“ – ‘x’… »da«")).isEqualTo("\"Geslo\" - 'x'... \"da\"");
        assertThat(Gsm7.of("密\uD83D\uDD11")).isEqualTo("??");
    }

    @Test
    void someSignsTakeTheRoomOfTwo() {
        assertThat(Gsm7.length("€[]")).isEqualTo(6);
    }
}
