/** Auditors' command {@code ./sspr audit}; shares the contract with the services and none of their decisions. */
@NullMarked
package io.sspr.audit;

import org.jspecify.annotations.NullMarked;
