/**
 * Reads and renders templates, and escapes each value for its place. mustache.java iterates the sections; the reader,
 * the limits and the escaping are ours.
 */
package org.customactions.template;
