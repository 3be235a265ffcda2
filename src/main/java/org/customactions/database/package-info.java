/**
 * Sessions, transactions, pages and migrations, and the error that clients get while PostgreSQL cannot be reached. Also
 * deletes expired rows.
 */
package org.customactions.database;
