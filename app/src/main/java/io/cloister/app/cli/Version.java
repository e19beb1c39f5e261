package io.cloister.app.cli;

import picocli.CommandLine.IVersionProvider;

/** The version, which the build writes into the manifest. */
final class Version implements IVersionProvider {
  @Override
  public String[] getVersion() {
    String version = Version.class.getPackage().getImplementationVersion();
    return new String[] {"cloister " + (version == null ? "(not packaged)" : version)};
  }
}
