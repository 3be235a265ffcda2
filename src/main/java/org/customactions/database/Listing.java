package org.customactions.database;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.customactions.api.Paging;
import org.hibernate.reactive.mutiny.Mutiny;

/**
 * Some rows of a list and how many there are in all.
 *
 * @param rows the rows of the page, or all
 * @param total number of rows on all pages
 * @param <E> entity
 */
public record Listing<E>(List<E> rows, long total) {

    /**
     * Lists entities that meet a condition. One statement reads both rows and total; only a page past the end needs a
     * second, because it has no row to carry the total.
     *
     * @param entity type of the rows, called {@code e} in the condition and the order
     * @param condition HQL after {@code where}
     * @param order HQL after {@code order by}
     * @param parameters named parameters of the condition
     */
    public static <E> Uni<Listing<E>> of(
            Class<E> entity, String condition, String order, Map<String, Object> parameters, Optional<Paging> paging) {
        return Panache.getSession().chain(session -> {
            var from = " from %s e where %s".formatted(entity.getSimpleName(), condition);
            var select = bind(
                    session.createSelectionQuery(
                            "select e, count(*) over ()%s order by %s".formatted(from, order), Object[].class),
                    parameters);
            paging.ifPresent(page -> select.setFirstResult((int) page.offset()).setMaxResults(page.limit()));
            return select.getResultList().chain(rows -> {
                if (rows.isEmpty() && paging.isPresent() && paging.get().page() > 1) {
                    return bind(session.createSelectionQuery("select count(*)" + from, Long.class), parameters)
                            .getSingleResult()
                            .map(total -> new Listing<E>(List.of(), total));
                }
                return Uni.createFrom().item(of(entity, rows));
            });
        });
    }

    /**
     * Like {@link #of}, where so many rows may meet the condition that neither sorting nor counting them all is worth
     * it: the rows are read in the order of an index until the page is full, and at most so many are counted.
     *
     * @param most the largest total that is told, also if there are more
     */
    public static <E> Uni<Listing<E>> ofMany(
            Class<E> entity, String condition, String order, Map<String, Object> parameters, Paging paging, int most) {
        return Panache.getSession().chain(session -> {
            var from = " from %s e where %s".formatted(entity.getSimpleName(), condition);
            // The language wants an order with a limit; the one of the index costs nothing.
            var counted = "select count(*) from (select e.id as id%s order by %s limit %d) as counted"
                    .formatted(from, order, most);
            return bind(
                            session.createSelectionQuery("select e%s order by %s".formatted(from, order), entity),
                            parameters)
                    .setFirstResult((int) paging.offset())
                    .setMaxResults(paging.limit())
                    .getResultList()
                    .chain(rows -> isLast(rows, paging)
                            ? Uni.createFrom().item(new Listing<>(rows, paging.offset() + rows.size()))
                            : bind(session.createSelectionQuery(counted, Long.class), parameters)
                                    .getSingleResult()
                                    .map(total -> new Listing<>(rows, total)));
        });
    }

    /** Then nothing needs to be counted, which would take as long again. */
    private static boolean isLast(List<?> rows, Paging paging) {
        return rows.size() < paging.limit() && (paging.page() == 1 || !rows.isEmpty());
    }

    private static <E> Listing<E> of(Class<E> entity, List<Object[]> rows) {
        var entities = rows.stream().map(row -> entity.cast(row[0])).toList();
        return new Listing<>(entities, rows.isEmpty() ? 0 : (Long) rows.get(0)[1]);
    }

    private static <R> Mutiny.SelectionQuery<R> bind(Mutiny.SelectionQuery<R> query, Map<String, Object> parameters) {
        parameters.forEach(query::setParameter);
        return query;
    }
}
