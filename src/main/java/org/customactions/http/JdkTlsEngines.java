package org.customactions.http;

import com.oracle.svm.core.annotate.Alias;
import com.oracle.svm.core.annotate.Substitute;
import com.oracle.svm.core.annotate.TargetClass;
import java.util.List;
import javax.net.ssl.SSLEngine;

/**
 * What the native executable has instead of a class of Vert.x that asks for OpenSSL, which is not among the service's
 * libraries: an executable cannot be built with a call to what is not there. The JVM does not read this.
 */
@TargetClass(className = "io.vertx.core.net.impl.SslEngineUtils")
final class JdkTlsEngines {

    private JdkTlsEngines() {}

    @Alias
    public static native void applyNamedGroups(SSLEngine engine, List<String> groups);

    @Substitute
    public static void applyKeyExchangeGroups(SSLEngine engine, List<String> groups) {
        applyNamedGroups(engine, groups);
    }
}
