package org.customactions.action;

/**
 * What all lists of an organization have in common until one of its actions changes.
 *
 * @param text is compared, and tells nothing else
 */
record ListVersion(String text) {}
