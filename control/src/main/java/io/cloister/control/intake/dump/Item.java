package io.cloister.control.intake.dump;

import io.cloister.control.intake.tree.Tree;
import java.util.Optional;

/**
 * One described resource.
 *
 * @param section the list that it was in, by AWS's name, such as {@code Vpcs}
 * @param region what the folder's name says, if it says anything
 */
public record Item(String section, Tree tree, Optional<String> region) {}
