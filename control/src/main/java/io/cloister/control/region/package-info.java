/**
 * Where AWS is: its partitions, Regions and Availability Zones, as fixed data; this package refuses
 * to know what anybody has built there, and which zones Cloister is told to lose.
 */
@NullMarked
package io.cloister.control.region;

import org.jspecify.annotations.NullMarked;
