package io.cloister.app.server;

import java.net.URI;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.ec2.Ec2Client;
import software.amazon.awssdk.services.ec2.model.Filter;
import software.amazon.awssdk.services.ec2.model.Tag;
import software.amazon.awssdk.services.ec2.model.TagSpecification;
import software.amazon.awssdk.services.iam.IamClient;

/** The Java SDK's own client, over HTTP. */
public final class Clients {
  private Clients() {}

  /** Of an account, in Frankfurt. */
  public static Ec2Client ec2(URI server, String account) {
    return ec2(server, account, Region.EU_CENTRAL_1);
  }

  /** Of an account, in a Region. */
  public static Ec2Client ec2(URI server, String account, Region region) {
    return Ec2Client.builder()
        .endpointOverride(server)
        .region(region)
        .credentialsProvider(
            StaticCredentialsProvider.create(AwsBasicCredentials.create(account, "secret")))
        .httpClient(UrlConnectionHttpClient.create())
        .build();
  }

  /** Of an account, in no Region: IAM's. */
  public static IamClient iam(URI server, String account) {
    return IamClient.builder()
        .endpointOverride(server)
        .region(Region.AWS_GLOBAL)
        .credentialsProvider(
            StaticCredentialsProvider.create(AwsBasicCredentials.create(account, "secret")))
        .httpClient(UrlConnectionHttpClient.create())
        .build();
  }

  /** A filter. */
  public static Filter filter(String name, String... values) {
    return Filter.builder().name(name).values(values).build();
  }

  /** A tag. */
  public static Tag tag(String key, String value) {
    return Tag.builder().key(key).value(value).build();
  }

  /** A tag for what a call makes. */
  public static TagSpecification tagged(String type, String key, String value) {
    return TagSpecification.builder().resourceType(type).tags(tag(key, value)).build();
  }
}
