/** What all pages share: headers, brand, language, forms that a browser seals, waiting, faults. */
@NullMarked
package io.sspr.portal.web;

import org.jspecify.annotations.NullMarked;
