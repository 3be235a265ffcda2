// ends: completed ["Ann","A"]
return [contact.name, contact.name[0]];
