package org.customactions.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.customactions.api.ApiException;
import org.customactions.api.ErrorType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Who the caller is by tokens of the shapes that identity providers give them. */
class CallerClaimsTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String CLAIMS = "custom-actions.identity.claims.";

    /** Settings, and claims of a user with the roles agent and manager in the organization that the last tells. */
    static Stream<Arguments> providers() {
        return Stream.of(
                Arguments.of(
                        "Keycloak, realm roles",
                        Map.of("organization", "tenant", "role", "realm_access/roles"),
                        """
                        {"sub": "f:1:ada", "tenant": "acme", "realm_access": {"roles": ["offline_access", "agent", "manager"]}}""",
                        "acme"),
                Arguments.of(
                        "Keycloak, roles of a client",
                        Map.of("organization", "tenant/id", "role", "resource_access/chat-app/roles"),
                        """
                        {"sub": "ada", "tenant": {"id": "acme"}, "resource_access": {"account": {"roles": ["view-profile"]},
                         "chat-app": {"roles": ["agent", "manager"]}}}""",
                        "acme"),
                Arguments.of(
                        "Entra ID, roles",
                        Map.of("organization", "tid", "user", "oid,sub", "role", "roles"),
                        """
                        {"sub": "AAAA", "oid": "0b0c5a6e-8f5d-4f0e-9a3e-6d6f2a1c0002", "roles": ["Agent", "Manager"],
                         "tid": "0b0c5a6e-8f5d-4f0e-9a3e-6d6f2a1c0001"}""",
                        "0b0c5a6e-8f5d-4f0e-9a3e-6d6f2a1c0001"),
                Arguments.of(
                        "Entra ID, groups",
                        Map.of(
                                "organization",
                                "tid",
                                "role",
                                "groups",
                                "manager-roles",
                                "5F2E9F4C-0000-4000-8000-00000000000A"),
                        """
                        {"sub": "AAAA", "tid": "0B0C5A6E-8F5D-4F0E-9A3E-6D6F2A1C0001",
                         "groups": ["11111111-0000-4000-8000-000000000001", "5f2e9f4c-0000-4000-8000-00000000000a"]}""",
                        "0b0c5a6e-8f5d-4f0e-9a3e-6d6f2a1c0001"),
                Arguments.of("Cognito", Map.of("organization", "custom:tenant", "role", "cognito:groups"), """
                        {"sub": "ada", "custom:tenant": "acme", "cognito:groups": ["agent", "manager"]}""", "acme"),
                Arguments.of(
                        "Auth0",
                        Map.of("organization", "org_id", "role", "\"https://example.com/roles\""),
                        """
                        {"sub": "auth0|42", "org_id": "org_9ybsU1dN2dKfDkBi", "https://example.com/roles": ["agent", "manager"]}""",
                        "org_9ybsU1dN2dKfDkBi"),
                Arguments.of(
                        "Auth0, everything in one namespaced claim",
                        Map.of(
                                "organization",
                                "\"https://example.com/app\"/org",
                                "role",
                                "\"https://example.com/app\"/roles"),
                        """
                        {"sub": "auth0|42", "https://example.com/app": {"org": "acme", "roles": ["manager"]}}""",
                        "acme"),
                Arguments.of(
                        "Clerk, first version",
                        Map.of("organization", "o/id,org_id", "role", "o/rol,org_role", "manager-roles", "org:admin"),
                        """
                        {"sub": "user_29w83", "org_id": "org_29w9Id", "org_role": "org:admin"}""",
                        "org_29w9Id"),
                Arguments.of(
                        "Clerk, second version",
                        Map.of("organization", "o/id,org_id", "role", "o/rol,org_role"),
                        """
                        {"sub": "user_29w83", "o": {"id": "org_29w9Id", "rol": "admin"}}""",
                        "org_29w9Id"),
                Arguments.of(
                        "Chatwoot", Map.of("organization", "account_id", "manager-roles", "administrator"), """
                        {"user_id": 12, "account_id": 7, "role": "administrator"}""", "7"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("providers")
    void shouldReadWhatAProviderWrites(
            String provider, Map<String, String> settings, String claims, String organization) {
        var caller = caller(settings, claims);

        assertThat(caller.organization().text()).isEqualTo(organization);
        assertThat(caller.role())
                .hasValueSatisfying(
                        role -> assertThat(managers(settings).contains(role)).isTrue());
    }

    static Stream<Arguments> roles() {
        return Stream.of(
                Arguments.of("\"role\": \"agent\", \"groups\": [\"manager\"]", List.of("agent")),
                Arguments.of("\"role\": \"\", \"groups\": [\"navy\", \"army\"]", List.of("navy", "army")),
                Arguments.of("\"role\": null, \"groups\": \"navy\"", List.of("navy")),
                Arguments.of("\"role\": [], \"groups\": [\"navy\"]", List.of("navy")),
                Arguments.of("\"role\": [\" \", 7, null, {}, [\"manager\"]], \"groups\": [\"navy\"]", List.of("navy")),
                Arguments.of("\"role\": {\"manager\": {}}, \"groups\": [\"navy\"]", List.of("navy")),
                Arguments.of("\"role\": true, \"groups\": [\"navy\"]", List.of("navy")),
                Arguments.of("\"role\": [\"navy\", 7, \"army\"]", List.of("navy", "army")),
                Arguments.of("\"role\": [\"agent\", \"MANAGER\", \"Admin\"]", List.of("MANAGER", "agent", "Admin")),
                Arguments.of("\"role\": [\"agent\", \"agent\"]", List.of("agent")),
                Arguments.of("\"role\": \"manager agent\"", List.of("manager agent")),
                Arguments.of("\"other\": 1", List.of()));
    }

    @ParameterizedTest
    @MethodSource("roles")
    void shouldPutTheManagersRoleInFront(String claims, List<String> roles) {
        assertThat(caller(Map.of(), user(claims)).roles()).isEqualTo(roles);
    }

    /** In Turkish, the small letter of I has no dot. */
    @Test
    void shouldCompareRolesAlikeInEveryLanguage() {
        var locale = Locale.getDefault();
        try {
            Locale.setDefault(Locale.forLanguageTag("tr"));
            var managers = managers(Map.of("manager-roles", "ADMIN,supervısor"));

            assertThat(managers.contains("admin")).isTrue();
            assertThat(managers.contains(" Admin ")).isTrue();
            assertThat(managers.contains("supervisor")).isFalse();
        } finally {
            Locale.setDefault(locale);
        }
    }

    @Test
    void shouldTakeTheFirstClaimThatIsPresent() {
        var settings = Map.of("name", "profile/nick,name", "email", "mail,email", "organization-name", "org/name");

        var caller = caller(
                settings,
                user(
                        "\"profile\": {\"nick\": \" \"}, \"name\": \"Ada\", \"mail\": [\"a@b.example\"], \"email\": \"ada@b.example\","
                                + " \"org\": {\"name\": \"Acme\"}"));

        assertThat(caller.name()).contains("Ada");
        assertThat(caller.email()).contains("ada@b.example");
        assertThat(caller.organizationName()).contains("Acme");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"sub\": \"ada\"",
                "\"sub\": \"ada\", \"t\": null",
                "\"sub\": \"ada\", \"t\": {\"a\": \" \"}",
                "\"sub\": \"ada\", \"t\": {\"a\": [\"acme\"]}, \"org\": true",
                "\"sub\": \"ada\", \"t\": {\"a\": {}}, \"org\": []"
            })
    void shouldSayWhereItLookedForTheOrganization(String claims) {
        assertThatThrownBy(() -> caller(Map.of("organization", "t/a,org"), "{" + claims + "}"))
                .isInstanceOfSatisfying(
                        ApiException.class,
                        refusal -> assertThat(refusal.type()).isEqualTo(ErrorType.UNAUTHORIZED))
                .hasMessage("The bearer token names no organization; looked for in the claims: t/a, org");
    }

    @Test
    void shouldSayWhereItLookedForTheUser() {
        assertThatThrownBy(() -> caller(Map.of(), "{\"organization_id\": 7, \"sub\": \"\", \"user_id\": [1]}"))
                .hasMessage("The bearer token names no user; looked for in the claims: user_id, sub");
    }

    @ParameterizedTest
    @ValueSource(strings = {"1.5", "7.0", "1e3", "\"a\\u0000b\"", "\"a\\nb\"", "\"a\\u2028b\"", "\"\\ud800\""})
    void shouldRefuseAnOrganizationThatCanBeNone(String claim) {
        expectUnusable(claim);
    }

    @Test
    void shouldRefuseAnOrganizationThatIsTooLong() {
        expectUnusable("\"" + "x".repeat(129) + "\"");
        expectUnusable("1" + "0".repeat(128));
        assertThat(caller(Map.of(), "{\"sub\": 1, \"organization_id\": \"" + "\ud83d\ude00".repeat(128) + "\"}")
                        .organization()
                        .text())
                .hasSize(256);
    }

    private static void expectUnusable(String claim) {
        assertThatThrownBy(() -> caller(
                        Map.of("organization", "organization_id,sub"),
                        "{\"sub\": \"ada\", \"organization_id\": " + claim + "}"))
                .isInstanceOfSatisfying(
                        ApiException.class,
                        refusal -> assertThat(refusal.type()).isEqualTo(ErrorType.UNAUTHORIZED))
                .hasMessage(
                        "The organization that the bearer token names is neither a text of 1 to 128 characters without"
                                + " control characters nor a whole number; looked for in the claims: organization_id, sub");
    }

    static Stream<Arguments> everywhere() {
        return Stream.of(
                Arguments.of("\"super\": true", true),
                Arguments.of("\"app\": {\"root\": true}", true),
                Arguments.of("\"super\": null, \"app\": {\"root\": true}", true),
                Arguments.of("\"super\": false, \"app\": {\"root\": true}", false),
                Arguments.of("\"super\": \"true\"", false),
                Arguments.of("\"super\": 1", false),
                Arguments.of("\"super\": [true]", false),
                Arguments.of("\"other\": true", false));
    }

    @ParameterizedTest
    @MethodSource("everywhere")
    void shouldLetOnlyTrueActEverywhere(String claims, boolean expected) {
        var settings = Map.of("every-organization", "super,app/root");

        assertThat(claims(settings, user(claims)).isOfEveryOrganization()).isEqualTo(expected);
        assertThat(claims(Map.of(), user(claims)).isOfEveryOrganization()).isFalse();
    }

    private static String user(String claims) {
        return "{\"organization_id\": \"%s\", \"sub\": \"ada\", %s}".formatted(UUID.randomUUID(), claims);
    }

    private static Caller caller(Map<String, String> settings, String claims) {
        return claims(settings, claims).caller(managers(settings));
    }

    private static CallerClaims claims(Map<String, String> settings, String claims) {
        try {
            return new CallerClaims(JSON.readTree(claims), IdentitySettings.claims(named(settings)));
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }

    private static ManagerRoles managers(Map<String, String> settings) {
        return IdentitySettings.managers(named(settings));
    }

    private static Map<String, String> named(Map<String, String> settings) {
        return settings.entrySet().stream()
                .collect(Collectors.toMap(
                        setting -> setting.getKey().equals("manager-roles")
                                ? "custom-actions.identity.manager-roles"
                                : CLAIMS + setting.getKey(),
                        Map.Entry::getValue));
    }
}
