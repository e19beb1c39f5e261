package io.cloister.app.server;

import java.net.URI;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.ec2.Ec2Client;

/** The Java SDK's own client, over HTTP. */
public final class Clients {
  private Clients() {}

  /** Of an account, in Frankfurt. */
  public static Ec2Client ec2(URI server, String account) {
    return Ec2Client.builder()
        .endpointOverride(server)
        .region(Region.EU_CENTRAL_1)
        .credentialsProvider(
            StaticCredentialsProvider.create(AwsBasicCredentials.create(account, "secret")))
        .httpClient(UrlConnectionHttpClient.create())
        .build();
  }
}
