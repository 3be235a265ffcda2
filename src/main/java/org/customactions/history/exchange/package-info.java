/** What executions sent and got back: how much of it is kept, how long, and encrypted how. */
package org.customactions.history.exchange;
