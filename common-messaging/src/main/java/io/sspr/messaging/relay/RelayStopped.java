package io.sspr.messaging.relay;

/** Publishing on could lose, double or reorder: an operator must look. Its message is a sentence for them. */
final class RelayStopped extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final String sentence;

    RelayStopped(String sentence) {
        super(sentence);
        this.sentence = sentence;
    }

    String sentence() {
        return sentence;
    }
}
