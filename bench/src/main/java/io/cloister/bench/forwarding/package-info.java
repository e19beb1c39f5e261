/**
 * What a packet costs on its way through a VPC's router; this package knows what to compare it with
 * and refuses to know how a path is loaded.
 */
@NullMarked
package io.cloister.bench.forwarding;

import org.jspecify.annotations.NullMarked;
