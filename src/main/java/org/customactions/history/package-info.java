/** What was executed for whom, and how it ended. Managers read it newest first. */
package org.customactions.history;
