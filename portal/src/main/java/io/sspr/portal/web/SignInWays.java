package io.sspr.portal.web;

import org.springframework.security.config.annotation.web.builders.HttpSecurity;

/** Adds a way of signing in besides the password, if one is configured. */
@FunctionalInterface
public interface SignInWays {

    /** Before the chain is built. */
    void configure(HttpSecurity http) throws Exception;
}
