// ends: completed ["mailto:","ann@example.com","?subject=Hi%20you","null"]
const u = new URL('mailto:ann@example.com?subject=Hi you'); return [u.protocol, u.pathname, u.search, u.origin];
