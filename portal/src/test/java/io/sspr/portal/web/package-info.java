/** Tests of the portal. */
@NullMarked
package io.sspr.portal.web;

import org.jspecify.annotations.NullMarked;
