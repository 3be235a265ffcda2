package org.customactions.kind.webhook;

import io.quarkus.test.junit.QuarkusIntegrationTest;
import org.customactions.support.Full;

/** The same against the packaged service. */
@Full
@QuarkusIntegrationTest
class WebhookUnescapedIT extends WebhookUnescapedQuarkusTest {}
