// ends: completed [{"name":"Ann","tags":["vip"]},false]
const copy = structuredClone(contact); return [{ name: copy.name, tags: copy.tags }, copy.tags === contact.tags];
