package org.customactions.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import org.customactions.database.Database;
import org.customactions.support.ServiceResource;
import org.junit.jupiter.api.Test;

@QuarkusTest
class StoredModuleQuarkusTest {

    @Inject
    Database database;

    @Test
    void shouldKeepThoseThatWereInUseLast() {
        ServiceResource.database()
                .execute("insert into button_modules (version, content, seen_at)"
                        + " select lpad(i::text, 16, '0'), 'old', now() - i * interval '1 day'"
                        + " from generate_series(1, 25) i");
        var module = ModuleVersion.of(Asset.of("export {};".getBytes(StandardCharsets.UTF_8)));

        database.apart(() -> StoredModule.keep(module)).await().indefinitely();
        database.apart(() -> StoredModule.keep(module)).await().indefinitely();

        assertThat(count("true")).isLessThanOrEqualTo(20);
        assertThat(count("version = '%s'".formatted(module.name()))).isOne();
        assertThat(count("version = '0000000000000001'")).isOne();
        assertThat(count("version = '0000000000000025'")).isZero();
    }

    private static long count(String condition) {
        return ServiceResource.database().queryCount("select count(*) from button_modules where " + condition);
    }
}
