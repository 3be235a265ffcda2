/**
 * What the start of the service depends on: the order of its steps, and rules about settings that stand on the setting.
 */
package org.customactions.startup;
