package org.customactions.support;

import io.quarkus.test.junit.QuarkusTestProfile;
import java.util.Map;

/**
 * Identity as chat products and their providers have it: claims of other names, a login cookie, and a header that
 * switches organizations.
 */
public final class ForeignIdentity implements QuarkusTestProfile {

    /** The name of the cookie with the token. */
    public static final String COOKIE = "chat_access";

    /** The name of the cookie that pages repeat. */
    public static final String CSRF_COOKIE = "chat_csrf";

    /** The header that pages repeat it in. */
    public static final String CSRF_HEADER = "X-Chat-CSRF";

    /** The header that names another organization. */
    public static final String ORGANIZATION_HEADER = "X-Organization-ID";

    /** The claim of users who may act in every organization. */
    public static final String EVERYWHERE = "is_super_admin";

    @Override
    public Map<String, String> getConfigOverrides() {
        return Map.of(
                "custom-actions.identity.claims.organization", "organization_id,tid,org_id,o/id,account_id",
                "custom-actions.identity.claims.role",
                        "realm_access/roles,cognito:groups,\"https://example.com/roles\",role",
                "custom-actions.identity.claims.every-organization", EVERYWHERE,
                "custom-actions.identity.manager-roles", "Owner, admin,manager",
                "custom-actions.identity.cookie", COOKIE,
                "custom-actions.identity.csrf-cookie", CSRF_COOKIE,
                "custom-actions.identity.csrf-header", CSRF_HEADER,
                "custom-actions.identity.organization-header", ORGANIZATION_HEADER);
    }
}
