// ends: failed plain text
throw 'plain text';
