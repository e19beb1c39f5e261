/**
 * The EC2 and query protocols: form parameters to the SDK's requests, the SDK's answers to XML, and
 * both error envelopes, one reader and one writer for every operation. It refuses to know sockets,
 * signatures and what an operation means.
 */
@NullMarked
package io.cloister.app.wire.codec;

import org.jspecify.annotations.NullMarked;
