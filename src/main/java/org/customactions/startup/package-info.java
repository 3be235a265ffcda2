/** What decides whether the service starts, and in which order: rules that settings have to meet, and the order. */
package org.customactions.startup;
