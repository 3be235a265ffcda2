// ends: completed ["Ann","Ann","agent","Acme"]
const { name } = contact;
return [name, context.contact.name, user.role, organization.name];
