/**
 * The actions of a VPC's skeleton: VPCs, subnets, gateways, route tables, DHCP options, tags, and
 * what a new account finds; this package knows AWS's rules for them and refuses to know instances,
 * interfaces and group rules, which others make, except where one of them stands in the way.
 */
@NullMarked
package io.cloister.control.action.vpc;

import org.jspecify.annotations.NullMarked;
