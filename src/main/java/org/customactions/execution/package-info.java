/**
 * The click: its row, its run, its end, and the answer kept for a repeated click. The package knows the kinds of action
 * only by their interface.
 */
package org.customactions.execution;
