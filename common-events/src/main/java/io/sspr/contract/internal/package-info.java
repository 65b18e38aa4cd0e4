/** What the services tell one another and nobody else. */
@NullMarked
package io.sspr.contract.internal;

import org.jspecify.annotations.NullMarked;
