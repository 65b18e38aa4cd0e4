package io.sspr.contract;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** How many code points a text may have; checked on reading and part of the schema. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.RECORD_COMPONENT)
public @interface Length {

    /** Fewest code points. */
    int min() default 0;

    /** Most code points. */
    int max();
}
