package org.customactions.action;

import io.quarkus.runtime.QuarkusApplication;
import io.quarkus.vertx.VertxContextSupport;
import java.util.stream.Collectors;
import org.customactions.api.ApiException;
import org.customactions.secret.SecretKeys;
import org.jboss.logging.Logger;

/**
 * Encrypts every secret in the database with the current key, while services run, and ends. After that no value needs
 * an older key. Exits with 0 on success, with 1 and a sentence if a secret could not be read or the database could not
 * be reached.
 */
public class ReencryptionCommand implements QuarkusApplication {

    private static final Logger LOG = Logger.getLogger(ReencryptionCommand.class);
    private static final int FAILED = 1;

    private final Reencryption reencryption;
    private final SecretKeys keys;

    ReencryptionCommand(Reencryption reencryption, SecretKeys keys) {
        this.reencryption = reencryption;
        this.keys = keys;
    }

    @Override
    public int run(String... arguments) throws Exception {
        if (keys.currentId().isEmpty()) {
            return failed("Set custom-actions.secrets.key to the key that secrets are to be encrypted with");
        }
        try {
            return told(VertxContextSupport.subscribeAndAwait(reencryption::run));
        } catch (ApiException e) {
            return failed("The database could not be reached: check DB_HOST and DB_PORT, and that it is up; the secrets"
                    + " encrypted until then stay encrypted");
        } catch (Exception e) {
            throw e;
        } catch (Throwable e) {
            throw new IllegalStateException(e);
        }
    }

    private int told(Reencryption.Result result) {
        LOG.infof(
                "The secrets of %d actions were encrypted anew, and %d secrets of organizations%s; all others were already,"
                        + " with the key %s",
                result.rewritten(),
                result.rewrittenShared(),
                result.rewrittenRows().entrySet().stream()
                        .map(rows -> ", %d %s".formatted(rows.getValue(), rows.getKey()))
                        .collect(Collectors.joining()),
                keys.currentId().orElseThrow());
        return result.unreadable() == 0
                ? 0
                : failed("%d secrets could not be read and were left as they are; the lines above name them"
                        .formatted(result.unreadable()));
    }

    private static int failed(String sentence) {
        System.err.println(sentence);
        return FAILED;
    }
}
