package org.customactions;

import io.quarkus.bootstrap.logging.InitialConfigurator;
import io.quarkus.runtime.ApplicationLifecycleManager;
import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.QuarkusApplication;
import io.quarkus.runtime.annotations.QuarkusMain;
import io.quarkus.runtime.configuration.ConfigUtils;
import io.quarkus.runtime.configuration.ConfigurationException;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.logging.Handler;
import java.util.logging.Level;
import org.customactions.action.ActionCheckCommand;
import org.customactions.action.ReencryptionCommand;
import org.customactions.database.DatabaseSettings;
import org.customactions.database.MigrationCommand;
import org.customactions.http.ProxyAddress;
import org.customactions.http.RequestUris;
import org.customactions.identity.JwtKeys;
import org.customactions.script.confinement.Confinement;
import org.customactions.script.process.ScriptProcess;
import org.customactions.startup.LiteralSettings;
import org.jboss.logging.Logger;

/**
 * Starts the service in production. If a setting is missing or cannot be used, the start ends with exit code 1 and a
 * sentence about it on standard error.
 *
 * <p>With an argument it runs a command instead and exits: {@code migrate} brings the database schema up to date,
 * {@code reencrypt-secrets} encrypts all secrets with the current key, {@code check-actions} lists stored actions that
 * need a correction.
 */
@QuarkusMain
public class Main {

    private static final int FAILED = 1;
    private static final String MIGRATE = "migrate";
    private static final Map<String, Class<? extends QuarkusApplication>> COMMANDS = Map.of(
            MIGRATE,
            MigrationCommand.class,
            "reencrypt-secrets",
            ReencryptionCommand.class,
            "check-actions",
            ActionCheckCommand.class);

    public static void main(String... arguments) {
        // Sentences, numbers in them and scripts are the same on every machine.
        Locale.setDefault(Locale.ROOT);
        if (arguments.length > 0 && arguments[0].equals(ScriptProcess.ARGUMENT)) {
            ScriptProcess.main(arguments);
            return;
        }
        if (arguments.length > 0 && arguments[0].equals(Confinement.ARGUMENT)) {
            Confinement.main(Arrays.copyOfRange(arguments, 1, arguments.length));
            return;
        }
        var isCommand = arguments.length > 0;
        if (isCommand && !COMMANDS.containsKey(arguments[0])) {
            fail(
                    "\"%s\" is not a command; use migrate, reencrypt-secrets or check-actions, or no argument to start the service"
                            .formatted(arguments[0]));
        }
        checkSettings(isCommand);
        quietUntilLoggingIsSetUp();
        RequestUris.checkHere();
        if (isCommand) {
            leaveOutWhatServes(arguments[0].equals(MIGRATE));
        }
        Quarkus.run(isCommand ? COMMANDS.get(arguments[0]) : null, Main::exit, arguments);
    }

    /** Checks settings before the service starts, because starting takes time. */
    private static void checkSettings(boolean isCommand) {
        // Read again, because a native executable holds the configuration of the machine that built it.
        var configuration = ConfigUtils.configBuilder().build();
        try {
            LiteralSettings.check(configuration);
            if (!isCommand) {
                JwtKeys.check(configuration);
            }
            ProxyAddress.checkAll(configuration);
            DatabaseSettings.check(configuration);
        } catch (ConfigurationException e) {
            fail(e.getMessage());
        }
    }

    /** Switches off everything that a command does not need. */
    private static void leaveOutWhatServes(boolean migrates) {
        Map.of(
                        "quarkus.http.host-enabled", "false",
                        "quarkus.management.host-enabled", "false",
                        "custom-actions.script.start-ahead", "false",
                        "custom-actions.database.migrate-at-start", String.valueOf(migrates))
                .forEach(System::setProperty);
    }

    private static void fail(String problem) {
        System.err.println(problem);
        System.exit(FAILED);
    }

    private static void exit(int code, Throwable failure) {
        if (failure != null) {
            tell(failure);
        }
        ApplicationLifecycleManager.getDefaultExitCodeHandler().accept(code, failure);
    }

    private static void tell(Throwable failure) {
        var sentences = StartFailure.sentences(failure);
        if (sentences.isEmpty()) {
            Logger.getLogger(Main.class).error("The service could not start", failure);
            return;
        }
        sentences.forEach(System.err::println);
    }

    /**
     * Prints only warnings until logging is set up. Otherwise log lines would be held back, and a start that fails
     * before then would print all of them and bury its sentence.
     */
    private static void quietUntilLoggingIsSetUp() {
        var warnings = InitialConfigurator.createDefaultHandler();
        warnings.setLevel(Level.WARNING);
        InitialConfigurator.DELAYED_HANDLER.setHandlers(new Handler[] {warnings});
    }
}
