package org.customactions.http;

import io.quarkus.arc.Unremovable;
import io.quarkus.runtime.annotations.RegisterForReflection;
import io.quarkus.smallrye.openapi.OpenApiFilter;
import jakarta.inject.Singleton;
import org.eclipse.microprofile.openapi.OASFilter;

/**
 * Changes nothing: a description that is filtered for each request is written when it is requested. All others are
 * written twice, as JSON and as YAML, whenever the service starts, which takes time from the start and is mostly for
 * nothing.
 */
@OpenApiFilter(stages = OpenApiFilter.RunStage.RUNTIME_PER_REQUEST)
@RegisterForReflection
@Unremovable
@Singleton
public class ApiDescriptionOnRequest implements OASFilter {}
