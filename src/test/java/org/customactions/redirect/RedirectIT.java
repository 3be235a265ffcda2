package org.customactions.redirect;

import io.quarkus.test.junit.QuarkusIntegrationTest;

/** The same against the packaged service. */
@QuarkusIntegrationTest
class RedirectIT extends RedirectQuarkusTest {}
