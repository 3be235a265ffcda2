// ends: failed not allowed
return await import('java.lang.System');
