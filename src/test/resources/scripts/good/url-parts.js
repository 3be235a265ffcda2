// ends: completed ["https:","u","p","h.example:8080","h.example","8080","/a/b","?x=1","#y","https://h.example:8080"]
const u = new URL('https://u:p@h.example:8080/a/b?x=1#y');
return [u.protocol, u.username, u.password, u.host, u.hostname, u.port, u.pathname, u.search, u.hash, u.origin];
