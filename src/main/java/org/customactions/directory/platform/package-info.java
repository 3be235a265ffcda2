/** Contacts that a chat platform is asked for: how it is asked, what of its answers is a contact, and what is kept. */
package org.customactions.directory.platform;
