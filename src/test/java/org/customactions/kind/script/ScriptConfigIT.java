package org.customactions.kind.script;

import io.quarkus.test.junit.QuarkusIntegrationTest;

/** The same against the packaged service. */
@QuarkusIntegrationTest
class ScriptConfigIT extends ScriptConfigQuarkusTest {}
