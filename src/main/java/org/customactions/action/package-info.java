/**
 * The buttons that an organization has configured: reading a manager's input, saving it, and ordering the list. Every
 * finder takes the organization, so that no call reaches another organization's rows.
 */
package org.customactions.action;
