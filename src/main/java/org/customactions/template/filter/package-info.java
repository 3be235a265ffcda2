/** The filters of templates: what each one makes of a value. They know nothing of tags and places. */
package org.customactions.template.filter;
