package io.cloister.advice.lint;

import io.cloister.model.id.ResourceId;

/**
 * A mistake that was found.
 *
 * @param resource where to mend it
 * @param fact what is so, with the evidence: one sentence without a full stop
 */
public record Finding(Rule rule, ResourceId resource, String fact) {}
