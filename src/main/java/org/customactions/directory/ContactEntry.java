package org.customactions.directory;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import org.customactions.database.OrganizationRow;
import org.hibernate.annotations.Immutable;

/** A contact in a page before it is read: what it is found by. Its tags and metadata, which can be large, are not. */
@Entity
@Immutable
@Table(name = "contacts")
public class ContactEntry extends OrganizationRow {

    @Column(name = "phone_number")
    public String phoneNumber;

    @Column(name = "name")
    public String name;

    @Column(name = "profile_name")
    public String profileName;
}
