/** What happened: kept for ever, without secrets and without personal data. */
@NullMarked
package io.sspr.contract.event;

import org.jspecify.annotations.NullMarked;
