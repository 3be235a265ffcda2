/** The order of the steps at start, and the rules that settings are checked by when they are read. */
package org.customactions.startup;
