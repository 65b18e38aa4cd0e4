package io.sspr.contract;

import io.sspr.contract.secret.Secret;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** What a seal holds. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.RECORD_COMPONENT)
public @interface Seals {

    /** The type of the content. */
    Class<? extends Secret> value();
}
