package org.customactions.directory;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithConverter;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.Optional;
import org.customactions.startup.AtLeastOne;

/** The directory of contacts. */
@ConfigMapping(prefix = "custom-actions.directory")
public interface DirectoryConfiguration {

    /**
     * Most contacts that an organization may have, deleted ones included, which stay. Past it, writing contacts is
     * refused with 409.
     */
    @WithDefault("1000000")
    @WithConverter(AtLeastOne.OfInt.class)
    int maxContactsPerOrganization();

    /**
     * URL of a contact at the chat platform, such as {@code https://chat.example.com/api/contacts/{contact_id}};
     * {@code {organization_id}} may stand in it too. With it, contacts are asked for there instead of kept here.
     */
    Optional<String> url();

    /**
     * URL of the platform's search, with <code>{search}</code>, <code>{page}</code> (from 1), <code>{limit}</code> and
     * {@code {organization_id}}. Without it, contacts cannot be searched.
     */
    Optional<String> searchUrl();

    /**
     * What the platform is asked with: {@code caller}, the default, for the caller's own token, or a header value for
     * all. Copies of contacts belong to the user in the first case, else to the organization.
     */
    Optional<String> authorization();

    /** The header that carries it. The caller's token stands after {@code Bearer} in {@code Authorization} only. */
    @WithDefault("Authorization")
    String header();

    /**
     * Path of a PEM file of certificate authorities that the platform may have its certificate from, besides the usual
     * ones. Read at the start.
     */
    Optional<String> trustedCertificates();

    /** How long a contact is waited for, with everything that asking for it takes. From 1 ms to 30 s. */
    @WithDefault("2S")
    @WithConverter(AtLeastOne.OfDuration.class)
    Duration timeout();

    /** How long a contact that was answered is used again without asking. */
    @WithDefault("30S")
    @WithConverter(AtLeastOne.OfDurationOrNone.class)
    Duration fresh();

    /** How long a contact that was answered is used while the platform cannot be asked, counted from that answer. */
    @WithDefault("10M")
    @WithConverter(AtLeastOne.OfDurationOrNone.class)
    Duration stale();

    /**
     * Whether the platform has one organization only. Then a header value for all may be used with a URL that names no
     * organization; else every organization would see the same contacts.
     */
    @WithDefault("false")
    boolean singleOrganization();

    /** Where the parts of a contact are in the platform's answer. */
    Fields fields();

    /**
     * JSON pointers (RFC 6901) into a contact, which is the answer, its {@code data} or {@code contact}, or what
     * {@code list} leads to.
     */
    interface Fields {

        /** The id, in a search. */
        @WithDefault("/id")
        String id();

        /** The phone number. */
        @WithDefault("/phone_number")
        String phoneNumber();

        /** The name. */
        @WithDefault("/name")
        String name();

        /** The name that the contact goes by elsewhere. */
        @WithDefault("/profile_name")
        String profileName();

        /** A list of texts. */
        @WithDefault("/tags")
        String tags();

        /** An object of anything else. */
        @WithDefault("/metadata")
        String metadata();

        /**
         * The list in the answer of a search. Default: {@code contacts} in the answer or in its {@code data}, or either
         * of these itself.
         */
        Optional<String> list();
    }
}
