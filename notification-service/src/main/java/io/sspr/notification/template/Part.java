package io.sspr.notification.template;

/** A part of a mail's body, top to bottom; its text is plain and not yet escaped. */
sealed interface Part {

    /** A paragraph. */
    record Paragraph(String text) implements Part {}

    /** A paragraph that must not be overlooked. */
    record Warning(String text) implements Part {}

    /** A labelled value, such as a time. */
    record Fact(String label, String value) implements Part {}

    /** How to reach the helpdesk: a line of its own, for a broken telephone number is none. */
    record Helpdesk(String contact) implements Part {}

    /** The code, grouped for reading. */
    record Digits(String grouped) implements Part {}

    /** A link of ours; as text a line of its own, for a broken link is none. */
    record Link(String words, String target) implements Part {}

    /** What every mail ends with. */
    record Closing(String text) implements Part {}
}
