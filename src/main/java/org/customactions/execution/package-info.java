/**
 * The click: its row, its run, its end, and what is kept for a click that comes again. It knows the kinds of action by
 * their interface only.
 */
package org.customactions.execution;
