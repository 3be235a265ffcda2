/**
 * The contacts, users and organizations that actions are executed for. A chat platform pushes contacts here, or shows
 * its own tables as views.
 */
package org.customactions.directory;
