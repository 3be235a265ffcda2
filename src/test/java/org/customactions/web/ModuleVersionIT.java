package org.customactions.web;

import io.quarkus.test.junit.QuarkusIntegrationTest;

@QuarkusIntegrationTest
class ModuleVersionIT extends ModuleVersionQuarkusTest {}
