// ends: completed ["file:///C:/x","file:///a","file://host/b"]
return ['file:///C|/x', 'file:/a', 'file://host/b'].map((u) => new URL(u).href);
