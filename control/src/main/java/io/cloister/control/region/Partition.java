package io.cloister.control.region;

import java.util.regex.Pattern;

/**
 * A partition of AWS, such as {@code aws} or {@code aws-us-gov}: accounts, Regions and ARNs of one
 * are unknown in another.
 *
 * @param name the second field of its ARNs
 * @param dnsSuffix what its endpoint names end in, such as {@code amazonaws.com.cn}
 * @param regionPattern what the names of its Regions look like, future ones too
 */
public record Partition(String name, String dnsSuffix, Pattern regionPattern) {}
