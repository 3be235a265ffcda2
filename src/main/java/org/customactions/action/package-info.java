/**
 * The buttons that an organization has configured: reading what a manager sends, saving it, and the order of the list.
 * Every finder takes the organization, so that no call reaches another one's rows.
 */
package org.customactions.action;
