package org.customactions.support;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.function.ThrowingSupplier;

/**
 * Somebody who shares a packaged service with an attacker: an agent of another organization who lists and clicks every
 * 100 ms, and the probe of {@code /q/health/live}. Both are measured alone, during an attack and after it.
 */
public final class Bystander implements AutoCloseable {

    /** What production runs a JVM with; a native executable gets its own. */
    private static final List<String> MACHINE =
            List.of("-Xmx320m", "-XX:MaxDirectMemorySize=128m", "-XX:+UseSerialGC", "-XX:+ExitOnOutOfMemoryError");

    private static final List<String> NATIVE_MACHINE =
            List.of("-Xmx192m", "-XX:MaxDirectMemorySize=64m", "-XX:+ExitOnOutOfMemoryError");

    private static final Duration EVERY = Duration.ofMillis(100);
    private static final Duration LIVENESS = Duration.ofSeconds(1);
    private static final Duration LEAST = Duration.ofMillis(300);
    private static final Duration RECOVERED = Duration.ofSeconds(5);
    private static final int FACTOR = 5;

    /** After it a request counts as not answered. */
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final PackagedService service;
    private final ScheduledExecutorService clock = Executors.newScheduledThreadPool(3, Bystander::daemon);
    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(PATIENCE)
            .build();
    private final ConcurrentLinkedQueue<Sample> samples = new ConcurrentLinkedQueue<>();
    private final AtomicInteger underWay = new AtomicInteger();
    private String agent;
    private String click;
    private UUID contact;

    private record Sample(boolean isLiveness, int status, Duration took) {}

    /**
     * What was seen in one phase.
     *
     * @param calls lists and clicks that were answered with 200
     * @param failed lists and clicks that were not
     * @param liveness the slowest answer of the probe
     */
    public record Seen(int calls, int failed, Duration p50, Duration p95, Duration liveness, int unhealthy) {

        @Override
        public String toString() {
            return "%d calls, %d failed, p50 %d ms, p95 %d ms, liveness at most %d ms, %d probes failed"
                    .formatted(calls, failed, p50.toMillis(), p95.toMillis(), liveness.toMillis(), unhealthy);
        }
    }

    private Bystander(PackagedService service) {
        this.service = service;
    }

    /** Options of the virtual machine with which the package runs in production. */
    public static String[] machine() {
        return (ServicePackage.ofThisBuild().isNative() ? NATIVE_MACHINE : MACHINE).toArray(String[]::new);
    }

    /** Starts the package as production does, on a database of its own and with the keys of {@link Tokens}. */
    public static PackagedService startService(Map<String, String> settings) {
        var environment = new HashMap<>(TestDatabase.createDatabase().environment());
        environment.put(
                "MP_JWT_VERIFY_PUBLICKEY_LOCATION",
                SigningKeys.ecPublicKeyLocation().toString());
        environment.putAll(settings);
        return PackagedService.startAsDeployed(environment, machine());
    }

    /** A customer of the service, with one action. */
    public static Bystander of(PackagedService service) {
        var bystander = new Bystander(service);
        bystander.settleIn();
        return bystander;
    }

    private void settleIn() {
        var organization = UUID.randomUUID();
        var manager =
                Tokens.manager(organization).expiresIn(Duration.ofHours(1)).sign();
        contact = UUID.randomUUID();
        Api.as(manager)
                .baseUri(service.url())
                .body(Map.of("phone_number", "1"))
                .put("/api/contacts/{id}", contact)
                .then()
                .statusCode(200);
        String action = Api.as(manager)
                .baseUri(service.url())
                .body(Map.of(
                        "name",
                        "Link",
                        "action_type",
                        "url",
                        "config",
                        Map.of("url", "https://example.com/{{contact.id}}")))
                .post("/api/custom-actions")
                .then()
                .statusCode(201)
                .extract()
                .path("data.id");
        click = "/api/custom-actions/" + action + "/execute";
        agent = Tokens.agent(organization).expiresIn(Duration.ofHours(1)).sign();
    }

    /** Looks on for a while. */
    public Seen watch(Duration how) throws InterruptedException {
        return during(() -> {
            Thread.sleep(how.toMillis());
            return null;
        });
    }

    /** Looks on while something happens in the thread that calls. */
    public Seen during(ThrowingSupplier<Void> attack) {
        samples.clear();
        var listing = clock.scheduleAtFixedRate(this::list, 0, EVERY.toMillis(), TimeUnit.MILLISECONDS);
        var clicking = clock.scheduleAtFixedRate(this::click, 50, EVERY.toMillis(), TimeUnit.MILLISECONDS);
        var probing = clock.scheduleAtFixedRate(this::probe, 0, EVERY.toMillis(), TimeUnit.MILLISECONDS);
        try {
            attack.get();
        } catch (Throwable e) {
            throw new AssertionError("The attack failed", e);
        } finally {
            List.of(listing, clicking, probing).forEach(task -> task.cancel(false));
        }
        // What is under way counts too, however long it takes.
        Patience.await().until(() -> underWay.get() == 0);
        return seen();
    }

    /**
     * The whole measurement: alone, during the attack, and from five seconds after its end on; each is printed. Fails
     * if the other organization or the probe felt it, twice where it is measured; the attack then happens twice.
     */
    public void withstands(String name, Duration phase, ThrowingSupplier<Void> attack) throws InterruptedException {
        try {
            Pace.retriedOnce(() -> measure(name, phase, attack));
        } catch (InterruptedException | RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
        assertAlive();
    }

    /** The measurement without its retry, for a test that can only repeat it with another service. */
    public void withstandsOnce(String name, Duration phase, ThrowingSupplier<Void> attack) throws InterruptedException {
        measure(name, phase, attack);
        assertAlive();
    }

    private void assertAlive() {
        assertThat(service.isRunning()).as(service.output()).isTrue();
        assertThat(service.outputLines()).noneMatch(line -> line.contains("OutOfMemory"));
    }

    private void measure(String name, Duration phase, ThrowingSupplier<Void> attack) throws InterruptedException {
        watch(phase);
        var before = watch(phase);
        System.out.printf("%s, before: %s%n", name, before);
        var during = during(attack);
        System.out.printf("%s, during: %s%n", name, during);
        Thread.sleep(RECOVERED.toMillis());
        var after = watch(phase);
        System.out.printf("%s, after: %s%n", name, after);

        assertUnharmed(before, during);
        assertUnharmed(before, after);
    }

    private static void assertUnharmed(Seen before, Seen seen) {
        var limit = before.p95().multipliedBy(FACTOR);
        assertThat(seen.calls()).as(seen.toString()).isPositive();
        assertThat(seen.failed()).as(seen.toString()).isZero();
        assertThat(seen.unhealthy()).as(seen.toString()).isZero();
        assertThat(seen.p95()).isLessThanOrEqualTo(limit.compareTo(LEAST) > 0 ? limit : LEAST);
        assertThat(seen.liveness()).isLessThanOrEqualTo(LIVENESS);
    }

    private Seen seen() {
        var all = List.copyOf(samples);
        var calls = all.stream().filter(sample -> !sample.isLiveness()).toList();
        var probes = all.stream().filter(Sample::isLiveness).toList();
        var took = calls.stream().map(Sample::took).sorted().toList();
        return new Seen(
                (int) calls.stream().filter(sample -> sample.status() == 200).count(),
                (int) calls.stream().filter(sample -> sample.status() != 200).count(),
                percentile(took, 50),
                percentile(took, 95),
                probes.stream().map(Sample::took).max(Duration::compareTo).orElse(Duration.ZERO),
                (int) probes.stream().filter(sample -> sample.status() != 200).count());
    }

    private static Duration percentile(List<Duration> sorted, int percent) {
        return sorted.isEmpty() ? Duration.ZERO : sorted.get((sorted.size() - 1) * percent / 100);
    }

    private void list() {
        call(false, request(service.url() + "/api/custom-actions").GET().build());
    }

    private void click() {
        call(
                false,
                request(service.url() + click)
                        .POST(BodyPublishers.ofString("{\"contact_id\":\"%s\"}".formatted(contact)))
                        .build());
    }

    private void probe() {
        call(true, request(service.managementUrl() + "/q/health/live").GET().build());
    }

    private HttpRequest.Builder request(String url) {
        return HttpRequest.newBuilder(URI.create(url))
                .timeout(PATIENCE)
                .header("Authorization", "Bearer " + agent)
                .header("Content-Type", "application/json");
    }

    private void call(boolean isLiveness, HttpRequest request) {
        underWay.incrementAndGet();
        var start = System.nanoTime();
        var status = -1;
        try {
            status = client.send(request, BodyHandlers.ofString()).statusCode();
        } catch (IOException e) {
            // Not answered.
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        samples.add(new Sample(isLiveness, status, Pace.since(start)));
        underWay.decrementAndGet();
    }

    @Override
    public void close() {
        clock.shutdownNow();
    }

    private static Thread daemon(Runnable task) {
        var thread = new Thread(task, "bystander");
        thread.setDaemon(true);
        return thread;
    }
}
