/** The services' instances: their own handlers and messaging, put together without a container. */
@NullMarked
package io.sspr.simulation.service;

import org.jspecify.annotations.NullMarked;
