/** The kind of action that runs JavaScript in the sandbox. The object that a script returns steers the UI. */
package org.customactions.kind.script;
