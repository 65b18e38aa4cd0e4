package io.sspr.bench;

import io.sspr.reset.ResetServiceApplication;
import io.sspr.reset.hashing.HashingProperties;
import io.sspr.reset.hashing.PasswordHasher;
import org.springframework.context.support.GenericApplicationContext;

/** The reset service with {@link MinimalHasher}, to see what all the rest costs; all else is as it always is. */
public final class MinimalHashReset {

    private MinimalHashReset() {}

    /** Starts it. */
    public static void main(String[] args) {
        ResetServiceApplication.builder()
                .initializers(context -> {
                    GenericApplicationContext beans = (GenericApplicationContext) context;
                    beans.registerBean(
                            "minimalHasher",
                            PasswordHasher.class,
                            () -> new MinimalHasher(beans.getBean(HashingProperties.class)),
                            bean -> bean.setPrimary(true));
                })
                .registerShutdownHook(true)
                .run(args);
    }
}
