/** What clients ask of the services. */
@NullMarked
package io.sspr.contract.request;

import org.jspecify.annotations.NullMarked;
