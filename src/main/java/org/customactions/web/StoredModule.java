package org.customactions.web;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import java.util.List;

/** The rows of the versions of the module. The 20 that were in use last are kept, some 70 KB each. */
final class StoredModule {

    private static final String KEEP = """
            with kept as (
                insert into button_modules (version, content, seen_at) values (:version, :content, now())
                on conflict (version) do update set seen_at = excluded.seen_at)
            delete from button_modules
            where version in (
                select version from button_modules where version <> :version order by seen_at desc offset 19)
            """;

    private static final String ALL = "select content from button_modules order by seen_at desc limit 20";

    private StoredModule() {}

    static Uni<Integer> keep(ModuleVersion version) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(KEEP)
                        .setParameter("version", version.name())
                        .setParameter("content", version.file().plain().getBytes())
                        .executeUpdate());
    }

    /** The contents, which tell their versions themselves: nobody can store one under another's name. */
    static Uni<List<byte[]>> all() {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(ALL, byte[].class).getResultList());
    }
}
