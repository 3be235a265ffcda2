/**
 * Sessions, transactions, pages and migrations, and what clients are told while PostgreSQL cannot be reached. Rows that
 * have expired are deleted here too.
 */
package org.customactions.database;
