package io.sspr.portal.web;

import java.time.Instant;
import java.util.UUID;

/** What was asked, and when; its reply has not been shown yet. */
public record Pending(UUID request, Instant since) {}
