package org.customactions.directory.platform;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import org.customactions.directory.ContactSource;
import org.customactions.directory.ContactTable;
import org.customactions.directory.DirectoryConfiguration;
import org.customactions.http.AnswerBytes;
import org.customactions.startup.StartOrder;

/** Finds where contacts live, by configuration. */
@ApplicationScoped
class ContactSources {

    @Produces
    @Singleton
    ContactSource source(
            DirectoryConfiguration configuration, ContactTable table, MeterRegistry registry, AnswerBytes answers) {
        return PlatformSettings.of(configuration)
                .<ContactSource>map(settings -> asked(settings, registry, answers))
                .orElse(table);
    }

    private static ContactSource asked(PlatformSettings settings, MeterRegistry registry, AnswerBytes answers) {
        return new PlatformContacts(
                settings,
                new PlatformClient(settings),
                new PlatformMonitor(
                        registry,
                        System::nanoTime,
                        settings.contact(),
                        settings.authorization().isEmpty()),
                answers,
                System::nanoTime);
    }

    /** A setting that cannot be used ends the start. */
    void check(@Observes @Priority(StartOrder.SETTINGS) StartupEvent event, DirectoryConfiguration configuration) {
        PlatformSettings.of(configuration);
    }
}
