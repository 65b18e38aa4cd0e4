package io.sspr.portal.log;

import io.sspr.contract.reply.Reply;
import java.util.UUID;

/**
 * A reply and what it answers.
 *
 * @param turn greater than that of all replies that came before it
 */
public record Answered(UUID request, Reply reply, long turn) {}
