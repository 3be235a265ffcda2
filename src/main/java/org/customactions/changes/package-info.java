/**
 * Who changed which fields of an action, and when. Managers read it newest first, also for an action that was deleted.
 */
package org.customactions.changes;
