/** Tests of what all pages share. */
@NullMarked
package io.sspr.portal.web;

import org.jspecify.annotations.NullMarked;
