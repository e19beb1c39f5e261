package io.cloister.control.region;

/**
 * An Availability Zone as {@code DescribeAvailabilityZones} shows it.
 *
 * <p>Every account sees the same letter for the same zone id, as all accounts made since November
 * 2025 do on AWS (AWS Regions and Availability Zones, "AZ IDs").
 *
 * @param name such as {@code us-east-1a}
 * @param id such as {@code use1-az1}: the same place in every account
 * @param region the Region's name
 * @param groupName such as {@code us-east-1-zg-1}
 * @param groupLongName such as {@code US East (N. Virginia) 1}
 * @param networkBorderGroup where its public addresses are announced from: the Region's name
 */
public record Zone(
    String name,
    String id,
    String region,
    String groupName,
    String groupLongName,
    String networkBorderGroup) {}
