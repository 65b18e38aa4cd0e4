package io.sspr.portal.web;

import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ResponseStatus;

/** A form that no page of ours makes. */
@ResponseStatus(HttpStatus.BAD_REQUEST)
public final class BadForm extends RuntimeException {

    private static final long serialVersionUID = 1;

    /** Says nothing of what was in it. */
    public BadForm() {
        super("a form that no page makes");
    }
}
