package org.customactions.execution;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What is tried again.
 *
 * @param retried how many executions
 */
@Schema(name = "RetriedExecutions")
record RetriedView(@Schema(required = true) int retried) {}
