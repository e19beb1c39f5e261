package io.cloister.dataplane.kernel.nft;

/**
 * One step of a rule: a test that the packet must pass for the rule to go on, an action, or a
 * verdict. {@code toString} is nft's language.
 */
public sealed interface Statement
    permits Match,
        MatchBits,
        Lookup,
        Verdict,
        Assign,
        Translate,
        Log,
        Counter,
        Reject,
        UseTimeout,
        VerdictLookup {}
