package org.customactions.kind.webhook;

import io.quarkus.test.junit.QuarkusIntegrationTest;

/** The same against the packaged service. */
@QuarkusIntegrationTest
class WebhookRequestIT extends WebhookRequestQuarkusTest {}
