/**
 * The queue of what is left to do after a click was answered. It lies in the database, every replica works on it, and
 * what one had under way when it died is done by another. The package knows the kinds of action by their interface
 * only.
 */
package org.customactions.background;
