/** What holds before an action runs: what the agent fills in, what the agent is asked, and who has the button. */
package org.customactions.terms;
