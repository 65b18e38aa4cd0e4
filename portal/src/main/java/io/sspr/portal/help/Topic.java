package io.sspr.portal.help;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Questions that belong together.
 *
 * @param id to jump to
 */
record Topic(String id, String title, List<Answer> answers) {

    /**
     * A question and what helps.
     *
     * @param next where to go then
     */
    record Answer(
            String question,
            List<String> paragraphs,
            @Nullable Link next) {}

    /** A page of ours, and what the link says. */
    record Link(String path, String text) {}
}
