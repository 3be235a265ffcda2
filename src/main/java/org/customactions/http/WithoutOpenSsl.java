package org.customactions.http;

import com.oracle.svm.core.annotate.Substitute;
import com.oracle.svm.core.annotate.TargetClass;
import io.vertx.core.net.OpenSSLEngineOptions;

/** What the native executable answers where Vert.x tries OpenSSL, which is not among the service's libraries. */
@TargetClass(OpenSSLEngineOptions.class)
final class WithoutOpenSsl {

    private WithoutOpenSsl() {}

    @Substitute
    public static boolean isPqcAvailable() {
        return false;
    }
}
