package org.customactions.directory.platform;

import io.quarkus.test.junit.QuarkusIntegrationTest;
import io.quarkus.test.junit.TestProfile;
import org.customactions.support.Full;

/** The same against the packaged service. */
@Full
@QuarkusIntegrationTest
@TestProfile(TestPlatform.Asked.class)
class AskedContactsIT extends AskedContactsQuarkusTest {}
