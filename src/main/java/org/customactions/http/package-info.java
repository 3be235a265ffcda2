/**
 * Handles what is common to all requests: limits, request ids, the mapping of errors, and the description of the API.
 * Most classes are filters and routes; no feature refers to them.
 */
package org.customactions.http;
