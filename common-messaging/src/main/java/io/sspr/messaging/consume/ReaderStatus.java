package io.sspr.messaging.consume;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How a reader is doing.
 *
 * @param running whether it reads, or at least tries to
 * @param trouble a sentence on what it waits for, if anything
 * @param lost a sentence for each partition whose next record is no longer there
 */
public record ReaderStatus(boolean running, @Nullable String trouble, Map<String, String> lost) {}
