/** Who changed which fields of an action, and when. Managers read it newest first, also for deleted actions. */
package org.customactions.changes;
