package io.cloister.model.vpc;

import io.cloister.model.id.InstanceId;
import io.cloister.model.id.InstanceProfileId;
import io.cloister.model.id.ProfileAssociationId;
import java.time.Instant;

/** The association of an instance with an instance profile: at most one for an instance. */
public record ProfileAssociation(
    ProfileAssociationId id,
    Scope scope,
    InstanceId instance,
    InstanceProfileId profile,
    Instant since)
    implements Resource {}
