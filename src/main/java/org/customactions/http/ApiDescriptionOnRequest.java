package org.customactions.http;

import io.quarkus.arc.Unremovable;
import io.quarkus.runtime.annotations.RegisterForReflection;
import io.quarkus.smallrye.openapi.OpenApiFilter;
import jakarta.inject.Singleton;
import org.eclipse.microprofile.openapi.OASFilter;

/**
 * Changes nothing, but a description with a filter per request is written only when it is requested. Otherwise it would
 * be written at each start, as JSON and as YAML, which slows the start and is mostly for nothing.
 */
@OpenApiFilter(stages = OpenApiFilter.RunStage.RUNTIME_PER_REQUEST)
@RegisterForReflection
@Unremovable
@Singleton
public class ApiDescriptionOnRequest implements OASFilter {}
