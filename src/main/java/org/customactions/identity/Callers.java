package org.customactions.identity;

import io.quarkus.arc.ClientProxy;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.customactions.api.ApiException;
import org.customactions.api.ErrorType;
import org.eclipse.microprofile.jwt.JsonWebToken;

/** Finds the caller of the current request and its permissions. */
@ApplicationScoped
public class Callers {

    /** The role, in every organization, of a caller who may act in all of them. */
    private static final String EVERYWHERE = "admin";

    private final JsonWebToken token;
    private final HttpHeaders headers;
    private final MemberDirectory directory;
    private final ClaimsConfiguration claims;
    private final IdentityConfiguration configuration;
    private final ManagerRoles managers;
    private final String varying;

    Callers(
            JsonWebToken token,
            HttpHeaders headers,
            MemberDirectory directory,
            ClaimsConfiguration claims,
            IdentityConfiguration configuration,
            ManagerRoles managers) {
        this.token = token;
        this.headers = headers;
        this.directory = directory;
        this.claims = claims;
        this.configuration = configuration;
        this.managers = managers;
        this.varying = varying(configuration);
    }

    /**
     * The caller in the organization that the request acts in. Fails with 401 if the token names no organization or no
     * user, and with 403 if the request names an organization that the caller may not act in. Asks the directory only
     * if the request names another organization than the token.
     */
    public Uni<Caller> current() {
        return Uni.createFrom().deferred(() -> {
            var verified = ClientProxy.unwrap(token);
            var named = CallerClaims.named(verified, claims, managers);
            var own = named.caller().with(new BearerToken(verified.getRawToken()));
            return target().map(target -> acting(own, target, named.isOfEveryOrganization()))
                    .orElseGet(() -> Uni.createFrom().item(own));
        });
    }

    /** The caller, if it may manage; fails with 403 otherwise. */
    public Uni<Caller> manager() {
        return current()
                .chain(caller -> standing(caller).map(standing -> {
                    if (!standing.isManager()) {
                        throw forbidden("Only these roles may do this: " + String.join(", ", managers.names()));
                    }
                    return caller;
                }));
    }

    /** The caller's roles and what follows from them. Asks the directory only if the role is unknown. */
    public Uni<Standing> standing(Caller caller) {
        return caller.role().isPresent()
                ? Uni.createFrom().item(standing(caller, Optional.empty()))
                : directory
                        .find(caller.organizationId(), caller.userId())
                        .map(found -> standing(caller, found.flatMap(MemberDirectory.Member::role)));
    }

    /**
     * The caller's roles and what follows from them.
     *
     * @param stored the role that the directory knows, which counts if the token has none
     */
    public Standing standing(Caller caller, Optional<String> stored) {
        var roles = caller.roles().isEmpty()
                ? List.of(stored.filter(role -> !role.isBlank()).orElse(Caller.DEFAULT_ROLE))
                : caller.roles();
        return new Standing(managers.contains(roles.get(0)), roles);
    }

    /**
     * What a caller is in an organization.
     *
     * @param isManager whether one of the roles may manage
     * @param roles one at least
     */
    public record Standing(boolean isManager, List<String> roles) {}

    /** The request headers by which one caller's answer differs from another's, for {@code Vary}. */
    public String varying() {
        return varying;
    }

    private static String varying(IdentityConfiguration configuration) {
        var names = new TreeSet<>(Set.of(HttpHeaders.AUTHORIZATION));
        configuration.cookie().ifPresent(cookie -> names.add(HttpHeaders.COOKIE));
        configuration.organizationHeader().ifPresent(names::add);
        return String.join(", ", names);
    }

    private Uni<Caller> acting(Caller own, OrganizationId target, boolean everywhere) {
        if (everywhere) {
            return Uni.createFrom().item(own.actingIn(target, EVERYWHERE));
        }
        if (target.uuid().equals(own.organizationId())) {
            return Uni.createFrom().item(own);
        }
        return directory
                .findInTurn(own.organizationId(), target.uuid(), own.userId())
                .map(found -> found.map(
                                member -> own.actingIn(target, member.role().orElse(Caller.DEFAULT_ROLE)))
                        .or(() -> ignoring(own))
                        .orElseThrow(() -> forbidden("You are not a member of the organization that %s names"
                                .formatted(configuration.organizationHeader().orElseThrow()))));
    }

    private Optional<Caller> ignoring(Caller own) {
        return Optional.of(own).filter(caller -> configuration.ignoreForeignOrganizations());
    }

    /** The organization that the request names; empty if it names none. */
    private Optional<OrganizationId> target() {
        return configuration
                .organizationHeader()
                .filter(name -> !headers.getRequestHeader(name).isEmpty())
                .flatMap(name -> {
                    var target = named(name);
                    if (target.isEmpty() && !configuration.ignoreForeignOrganizations()) {
                        throw forbidden(name + " must be the id of one organization, 1 to 128 characters long");
                    }
                    return target;
                });
    }

    private Optional<OrganizationId> named(String header) {
        var values = headers.getRequestHeader(header).stream().collect(Collectors.toUnmodifiableSet());
        return Optional.of(values)
                .filter(given -> given.size() == 1)
                .flatMap(given -> OrganizationId.parse(given.iterator().next()));
    }

    private static ApiException forbidden(String message) {
        return ApiException.of(ErrorType.FORBIDDEN, message);
    }
}
