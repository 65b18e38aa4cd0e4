package io.sspr.contract;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** How many elements a list may have where it is not {@value #USUAL}; checked on reading and part of the schema. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.RECORD_COMPONENT)
public @interface MostElements {

    /** How many a list may have where nothing else is said. */
    int USUAL = 100;

    /** Most elements. */
    int value();
}
