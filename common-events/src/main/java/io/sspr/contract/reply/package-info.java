/** What the services answer a client about its own requests. */
@NullMarked
package io.sspr.contract.reply;

import org.jspecify.annotations.NullMarked;
